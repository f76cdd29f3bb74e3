import {numberInput} from "../../numberInput.js";
import {radioInput, selectInput} from "../../choiceInput.js";
import {textInput} from "../../textInput.js";
import {inBrazil, offered, placeWord} from "../../../lib/shop.js";

const named =
  (names: Readonly<Record<string, string>>) =>
  (name: string): string =>
    names[name] ?? name;

/** The page's inputs. */
export const reviewInputs = {
  by: () =>
    selectInput(
      ["time", "random"],
      "Judged on",
      named({time: "The latest 20 % of reviews", random: "20 % drawn at random"})
    ),
  copies: () =>
    selectInput(
      ["oneSide", "first", "keep"],
      "Reviews with the same text",
      named({oneSide: "Never in both parts", first: "Only the first counts", keep: "All stay"})
    ),
  longest: () =>
    selectInput(
      [1, 2, 3],
      "Terms of the words model",
      (longest: number) =>
        ["Single words", "Words and pairs", "Words, pairs and threes"][longest - 1] ?? String(longest)
    ),
  seed: () => numberInput([0, 999_999], {label: "Seed", step: 1}),
  backend: () =>
    selectInput(
      ["auto", "webgl", "cpu"],
      "Convolution on",
      named({auto: "whichever is faster", webgl: "webgl, float32", cpu: "cpu, float64"})
    ),
  group: () =>
    radioInput(
      offered(["state", "category"], {state: ["places"], category: ["categories"]}),
      "Sentiment by",
      named({state: placeWord.title, category: "Category"})
    ),
  find: () => textInput("Find in reviews", inBrazil ? {placeholder: "prazo"} : {}),
  say: () => textInput("A review in Portuguese", {lines: {rows: 2, most: 300}, chars: 54})
};
