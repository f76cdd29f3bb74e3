import * as Inputs from "npm:@observablehq/inputs";
import {numberInput} from "../../numberInput.js";

/** The page's inputs. */
export const reviewInputs = {
  by: () =>
    Inputs.select(["time", "random"], {
      label: "Judged on",
      format: (by: string) => (by === "time" ? "The latest 20 % of reviews" : "20 % drawn at random")
    }),
  copies: () =>
    Inputs.select(["oneSide", "first", "keep"], {
      label: "Reviews with the same text",
      format: (rule: string) =>
        rule === "oneSide" ? "Never in both parts" : rule === "first" ? "Only the first counts" : "All stay"
    }),
  seed: () => numberInput([0, 999_999], {label: "Seed", step: 1}),
  find: () => Inputs.text({label: "Find in reviews", placeholder: "prazo", submit: false}),
  say: () => Inputs.textarea({label: "A review in Portuguese", rows: 2, submit: false})
};
