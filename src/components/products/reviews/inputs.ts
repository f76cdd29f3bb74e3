import * as Inputs from "npm:@observablehq/inputs";
import {numberInput} from "../../numberInput.js";

const named =
  (names: Readonly<Record<string, string>>) =>
  (name: string): string =>
    names[name] ?? name;

/** The page's inputs. */
export const reviewInputs = {
  by: () =>
    Inputs.select(["time", "random"], {
      label: "Judged on",
      format: named({time: "The latest 20 % of reviews", random: "20 % drawn at random"})
    }),
  copies: () =>
    Inputs.select(["oneSide", "first", "keep"], {
      label: "Reviews with the same text",
      format: named({oneSide: "Never in both parts", first: "Only the first counts", keep: "All stay"})
    }),
  longest: () =>
    Inputs.select([1, 2, 3], {
      label: "Terms of the words model",
      format: (longest: number) =>
        ["Single words", "Words and pairs", "Words, pairs and threes"][longest - 1] ?? String(longest)
    }),
  seed: () => numberInput([0, 999_999], {label: "Seed", step: 1}),
  backend: () =>
    Inputs.select(["auto", "webgl", "cpu"], {
      label: "Convolution on",
      format: named({auto: "whichever is faster", webgl: "webgl, float32", cpu: "cpu, float64"})
    }),
  group: () =>
    Inputs.radio(["state", "category"], {
      label: "Sentiment by",
      format: named({state: "State", category: "Category"})
    }),
  find: () => Inputs.text({label: "Find in reviews", placeholder: "prazo", submit: false}),
  say: () => Inputs.textarea({label: "A review in Portuguese", rows: 2, maxlength: 300, submit: false})
};
