// @vitest-environment jsdom
import {csvParse} from "d3";
import {beforeEach, describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {searchedTexts} from "../../../lib/reviews/findReviews.js";
import type {ReviewTexts} from "../../../lib/reviews/study.js";
import {studyReviews} from "../../../lib/reviews/study.js";
import type {StudyChoice} from "../../../lib/reviews/studyChoice.js";
import type {TrainedReviews} from "../../../lib/reviews/trained.js";
import {groupPart} from "../../../src/components/products/reviews/groups.js";
import {livePart} from "../../../src/components/products/reviews/live.js";
import {judgedPart, modelTable, splitTable} from "../../../src/components/products/reviews/models.js";
import {aspectTable, mismatchTable, quotes} from "../../../src/components/products/reviews/quotes.js";
import {
  builtWords,
  copiesText,
  deviceText,
  reviewsAnswer,
  sameWords,
  splitText,
  wonText
} from "../../../src/components/products/reviews/text.js";
import {timePart} from "../../../src/components/products/reviews/time.js";
import {wordsPart} from "../../../src/components/products/reviews/words.js";
import {madeUpReviews, value} from "../../lib/reviews/support.js";
import {browser, textOf} from "../../support/dom.js";

const hostile = {
  script: "péssimo <script>alert(1)</script>",
  image: "ótimo <img src=x onerror=alert(1)>",
  formula: '=HYPERLINK("http://x","péssimo")',
  emoji: "😍😡",
  nul: "não\0recebi",
  empty: "",
  long: `péssimo ${"x ".repeat(5000)}`
};
const whole = {...hostile, long: `péssimo ${"x ".repeat(5_000_000)}`};
const {texts, labels, times} = madeUpReviews(400, 31);
const all = [...texts, ...Object.values(hostile)];
const reviews: ReviewTexts = {
  texts: all,
  scores: Uint8Array.from(all, (_, i) => (i < labels.length ? (labels[i] ? 1 : 5) : 5)),
  times: Float64Array.from(all, (_, i) => Date.UTC(2018, 0, 1) + (times[i] ?? i) * 86_400_000),
  states: all.map((_, i) => (i % 3 ? "<b>SP</b>" : "RJ")),
  categories: all.map((_, i) => (i % 2 ? "=1+1" : "Toys"))
};
const choice: StudyChoice = {by: "time", copies: "oneSide", longest: 2, seed: 1, backend: "cpu"};
const {study, words, milliseconds} = value(finish(studyReviews(reviews, choice)));
const ranOn = {backend: "cpu", renderer: null, fellBack: "", timed: null} as const;
const trained: TrainedReviews = {
  study: {
    ...study,
    mismatches: Object.values(whole).map((text, row) => ({
      ...{row, score: 5, says: "low" as const, confidence: 0.99, text}
    }))
  },
  ...{milliseconds, ranOn}
};
const forms = finish(searchedTexts(all));

let page = browser();
beforeEach(() => {
  document.body.replaceChildren();
  page = browser();
});

/** A field as the page has it. */
function searchField() {
  const field = Object.assign(document.createElement("form"), {value: ""});
  field.append(document.createElement("input"));
  Element.prototype.scrollIntoView = () => undefined;
  return field;
}

const inert = (element: Element) => {
  expect(element.querySelectorAll("script, img, b, iframe, [onerror]")).toHaveLength(0);
  expect(element.textContent).not.toMatch(/NaN|undefined|Infinity/);
};

describe("the page about reviews", () => {
  it("says which model wins, by how much, and what each costs", () => {
    expect(reviewsAnswer(trained, all.length)).toMatch(/ROC-AUC of 0\.\d{3} \(95 % interval 0\.\d{3} to/);
    expect(wonText(study)).toMatch(
      /has the largest ROC-AUC(?:, though .*)?: 0\.\d{3} above .* by DeLong’s method\.$/
    );
    const [split, other] = study.splits;
    const won = (low: number) =>
      wonText({
        ...study,
        splits: [
          {...split, won: [{best: "words", other: "lexicon", difference: 0.01, interval: {low, high: 0.03}}]},
          other
        ]
      });
    expect(won(-0.01)).toContain("though not significantly larger than the lexicon: 0.010 above");
    expect(won(0.005)).toMatch(/^TF-IDF with logistic regression has the largest ROC-AUC: 0\.010/);
    expect(splitText(study)).toContain(`${all.length} reviews have a text.`);
    expect(copiesText(study)).toMatch(/^With the reviews left out|^$/);
    expect(deviceText(trained)).toBe(
      "The convolution ran on the CPU; all other work is TypeScript on the CPU."
    );
    expect(
      deviceText({
        ...trained,
        ranOn: {backend: "webgl", renderer: "SwiftShader", fellBack: "", timed: {webgl: 3, cpu: 1}}
      })
    ).toContain("WebGL by TensorFlow.js (SwiftShader, float32) (a batch took 3.00 ms on WebGL, 1.00 ms");
    const judged = page.attach(judgedPart(trained));
    expect(judged.textContent).toContain("Trained at build in");
    expect(judgedPart({...trained, model: ""}).textContent).toContain("Trained here in");
    expect(page.attach(splitTable(study)).textContent).toMatch(/Both splits: the latest \d+ reviews/);
    expect(page.attach(modelTable(study)).querySelectorAll("tbody tr")).toHaveLength(4);
  });

  it("says what there is without a study, and without reviews", () => {
    expect(reviewsAnswer(null, 5)).toBe(
      "5 reviews have a text: press Train to see how well it tells low scores from high ones."
    );
    expect(reviewsAnswer(null, 0)).toMatch(/^This shop has no reviews with a text/);
    expect(wonText({...study, splits: [{...study.splits[0], won: []}, study.splits[1]]})).toMatch(/cannot/);
  });

  it("tells by the hash whether the tab trained what was published", () => {
    expect(builtWords(trained)).toContain(study.hash.slice(0, 12));
    expect(sameWords(trained, trained)).toMatch(/with the same hash/);
    expect(sameWords({...trained, study: {...study, hash: "0"}}, trained)).toMatch(/with another hash/);
    expect(sameWords(null, trained)).toContain(study.hash.slice(0, 12));
  });

  it("puts a word that is pressed into the search field, in quotes", () => {
    const field = searchField();
    const said: unknown[] = [];
    field.addEventListener("input", () => said.push(field.value));
    const part = page.attach(wordsPart(study, field));
    const buttons = [...part.querySelectorAll<HTMLButtonElement>("button.read-word")];
    expect(buttons.length).toBeGreaterThan(10);
    const [{textContent: word}] = buttons;
    buttons[0].click();
    expect(said).toEqual([`“${word}”`]);
    const found = page.attach(quotes({reviews, forms}, `“${word}”`));
    expect(found.querySelectorAll("tbody tr").length).toBeGreaterThan(0);
  });
});

describe("hostile texts", () => {
  it("are text in every part of the page", () => {
    const parts = [
      quotes({reviews, forms}, "péssimo"),
      quotes({reviews, forms}, "<script>"),
      quotes({reviews, forms}, "<img src=x onerror=alert(1)>"),
      mismatchTable(trained.study),
      aspectTable(study),
      timePart(study),
      groupPart(study, "state"),
      groupPart(study, "category"),
      wordsPart(study, searchField()),
      ...Object.values(hostile).map((text) => livePart(text.slice(0, 300), words)),
      livePart("ótimo", null)
    ];
    for (const part of parts) inert(page.attach(part));
  });

  it("are cut in a table, and whole in its file, where no formula is one", async () => {
    const shown = page.attach(mismatchTable(trained.study));
    expect(shown.textContent.length).toBeLessThan(20_000);
    shown.querySelector<HTMLButtonElement>(".table-head button")?.click();
    const rows = csvParse(await textOf(page.files[0].blob));
    expect(rows.map(({review}) => review)).toContain(`'${hostile.formula}`);
    expect(rows.map(({review}) => review)).toContain(hostile.script);
    expect(rows.find(({review}) => review.length > 1_000_000)).toBeDefined();
  });

  it("are looked for as they stand, and not found without an error", () => {
    expect(quotes({reviews, forms}, "<u>").textContent).toBe("No review holds “<u>”.");
    expect(quotes({reviews, forms}, "\0").textContent).toMatch(/1 review holds it/);
  });
});
