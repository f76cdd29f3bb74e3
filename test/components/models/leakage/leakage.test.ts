// @vitest-environment jsdom
import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {features} from "../../../../lib/features/catalogue.js";
import type {Target} from "../../../../lib/features/labels.js";
import {examplesOf} from "../../../../lib/features/matrix.js";
import type {LabExamples} from "../../../../lib/pipeline/fitting.js";
import type {NamedAuc} from "../../../../lib/learn/select/singleFeatureAuc.js";
import type {Estimate, Scorecard} from "../../../../lib/metrics/scorecard.js";
import {parseState} from "../../../../lib/state/parseState.js";
import type {LabData} from "../../../../lib/lab/data.js";
import {cutTo, withRecency} from "../../../../lib/lab/leakage/data.js";
import type {Cell, Findings} from "../../../../lib/lab/leakage/findings.js";
import {honestText, reach} from "../../../../src/components/models/leakage/honest.js";
import {driftChoice, leakageChoice, leakageParameters} from "../../../../lib/lab/leakage/choice.js";
import {meter} from "../../../../lib/lab/meter.js";
import {
  alarmConclusion,
  alarmsText,
  alarmTitle,
  cleanText,
  conditionText,
  leakageAnswer,
  parametersText,
  scoresTitle
} from "../../../../src/components/models/leakage/text.js";
import {timeTravelTest} from "../../../../src/components/models/leakage/time.js";

const end = "2018-08-30T00:00:00";
const choiceOf = (search: string) => leakageChoice(parseState(leakageParameters, search).values, end);
const choice = choiceOf("");

const estimate = (value: number, half = 0): Estimate => ({
  value,
  interval: {low: value - half, high: value + half}
});

function cell(label: Cell["label"], preset: Cell["preset"], auc: Estimate): Cell {
  const metrics = {rocAuc: auc, accuracy: estimate(0.988)} as Scorecard["metrics"];
  return {
    label,
    preset,
    family: "xgboost",
    hash: "",
    labels: Uint8Array.of(1, 0, 0, 0),
    probabilities: Float64Array.of(0.9, 0.8, 0.1, 0.2),
    scorecard: {rows: 4, positives: 1, metrics, baseline: {accuracy: 0.988}} as Scorecard
  };
}

const aucs = (...pairs: [string, number][]): NamedAuc[] =>
  pairs.map(([name, auc]) => ({
    name,
    feature: name,
    auc,
    higher: true,
    missing: null,
    alarming: auc >= 0.98
  }));

const all: Findings = {
  choice,
  cells: [
    cell("rule", "all", estimate(0.9996)),
    cell("rule", "safe", estimate(0.908)),
    cell("recency", "all", estimate(1)),
    cell("forward", "all", estimate(0.578, 0.05)),
    cell("forward", "safe", estimate(0.546, 0.05))
  ],
  asked: {},
  alone: {
    rule: aucs(["recency_days", 0.918], ["avg_promised_days", 0.727]),
    recency: aucs(["recency_days", 1], ["purchase_velocity", 0.995], ["frequency", 0.5]),
    forward: aucs(["recency_days", 0.56])
  }
};
const none: Findings = {choice, cells: [], asked: {}, alone: {}};

describe("the choice of the leakage lab", () => {
  it("asks what looks back at the end of the data, and what looks ahead as late as it can", () => {
    const days = Object.values(choice.asks).map(({question}) => question.asof);
    expect(days).toEqual(["2018-08-30", "2018-08-30", "2018-03-01"]);
    expect(choiceOf("?horizon=90").asks.forward.question.asof).toBe("2018-06-01");
    expect(choice.families).toEqual(["logistic", "xgboost"]);
    expect(choiceOf("?four=true").families).toHaveLength(4);
  });

  it("keeps the models' parameters of the address, but not what would make scores incomparable", () => {
    const {rule} = choiceOf(
      "?xgb_rounds=7&preset=safe&asof=2017-06-01&balance=smote&validation=folds&only=1"
    ).asks;
    expect(rule.specs.xgboost).toMatchObject({rounds: 7});
    expect(rule).toMatchObject({balance: "none", validation: "holdout"});
    expect(rule.question).toMatchObject({preset: "all", asof: "2018-08-30", only: []});
    expect(parametersText(choiceOf("?xgb_rounds=7"))).toMatch(/XGBoost-style boosting as the address sets/);
    expect(parametersText(choice)).toBe("Parameters as in the brief.");
  });

  it("rolls with a horizon of its own", () => {
    const {values} = parseState(leakageParameters, "?window=60&step=2&teacher=forest&horizon=200");
    expect(driftChoice(values, end)).toMatchObject({
      step: 2,
      family: "forest",
      ask: {question: {label: "forward", horizon: 60}}
    });
  });
});

describe("the sentences of the leakage lab", () => {
  it("answer before, while and after it has run", () => {
    expect(leakageAnswer(null, choice)).toMatch(
      /press Run the trainings.*all 78 features.*57 leak-free.*12 trainings/
    );
    expect(leakageAnswer({...all, cells: all.cells.slice(0, 1)}, choice)).toBe(
      "Yes, where the label is made of the features: the same model (XGBoost-style boosting) scores a ROC-AUC of 1.000 on the brief’s rule with all 78 features."
    );
    const told = leakageAnswer(all, choice);
    expect(told).toMatch(
      /0\.908 with the 57 leak-free features and 0\.578 \(0\.528 to 0\.628\) on the honest question/
    );
    expect(told).toMatch(/within 180 days.*already right 98\.8\s% of the time\.$/);
    const mild = leakageAnswer({...all, cells: [cell("rule", "all", estimate(0.9))]}, choice);
    expect(mild).toMatch(/^No score is perfect here/);
  });

  it("name the features above the alarm, for each label", () => {
    expect(alarmTitle(all.alone.recency ?? [], "R")).toBe(
      "“R”: 2 of 3 features set off the alarm: recency_days (1.000) and purchase_velocity (0.995)"
    );
    expect(alarmTitle(all.alone.forward ?? [], "F")).toMatch(
      /no feature alone reaches 0\.98.*recency_days, has 0\.560/
    );
    expect(alarmsText(all)).toBe(
      "At or above 0.98: none under “The brief’s rule”; recency_days and purchase_velocity under “Last order over 210 days ago”; none under “No order in the next 180 days”."
    );
  });

  it("conclude from the alarm and the models together", () => {
    expect(alarmConclusion(all, "rule")).toMatch(/stays silent, and yet the model scores 1\.000/);
    expect(alarmConclusion(all, "recency")).toMatch(/alarm is right/);
    expect(alarmConclusion(all, "forward")).toMatch(/Neither/);
  });

  it("say what remains without the leaking features", () => {
    expect(cleanText(all)).toMatch(/from 1\.000 to 0\.908.*avg_promised_days, has 0\.727.*score 0\.546/);
  });

  it("say nothing of what has not been found", () => {
    for (const text of [alarmConclusion(none, "rule"), alarmsText(none), cleanText(none)])
      expect(text).toBe("");
    expect(scoresTitle(none)).toBe("The same models under each label");
    expect(honestText(none, 10).textContent).toMatch(/comes last/);
  });

  it("write conditions as an analyst reads them", () => {
    const of = (feature: string, from: number, below: number, missing = false) =>
      conditionText({feature, from, below, missing});
    expect(of("recency_days", -Infinity, 540.5)).toBe("recency_days ≤ 540");
    expect(of("recency_days", 180.5, 540)).toBe("recency_days ≥ 181 and ≤ 539");
    expect(of("frequency", 2, Infinity, true)).toBe("frequency ≥ 2");
    expect(of("avg_days_between_orders", -Infinity, 90.01, true)).toBe(
      "avg_days_between_orders < 90.0 or missing"
    );
    expect(of("avg_days_between_orders", -Infinity, Infinity, true)).toMatch(/any value or missing/);
  });

  it("name a test that is there", () => {
    expect(readFileSync(timeTravelTest.file, "utf8")).toContain(`"${timeTravelTest.name}`);
  });
});

describe("looking at the customers ranked highest", () => {
  it("finds more than chance where the ranking is good, and no more than there are", () => {
    const labels = Uint8Array.of(1, 0, 0, 1);
    expect(reach(labels, [0.9, 0.8, 0.1, 0.2], 2)).toEqual({looked: 2, found: 1, chance: 1});
    expect(reach(labels, [0.9, 0.1, 0.2, 0.8], 2)).toEqual({looked: 2, found: 2, chance: 1});
    expect(reach(labels, [0.5, 0.5, 0.5, 0.5], 2).found).toBeCloseTo(1);
    expect(reach(labels, [0.9, 0.1, 0.2, 0.8], 99)).toEqual({looked: 4, found: 2, chance: 2});
    expect(reach(Uint8Array.of(0, 0), [0.1, 0.2], 1)).toEqual({looked: 1, found: 0, chance: 0});
  });

  it("is told beside chance", () => {
    expect(honestText(all, 2).textContent?.replace(/\s+/g, " ")).toMatch(
      /Of the 2 among 4 held-out customers ranked most likely to return, 1 did.*against 1 by chance/
    );
  });
});

/** A table of features as DuckDB gives it, with made-up values. */
function madeTable(): Record<string, ArrayLike<unknown>> {
  const rows = 40;
  const column = (of: (row: number) => unknown) => Array.from({length: rows}, (_, row) => of(row));
  return {
    ...Object.fromEntries(
      features.map(({name, levels}, j) => [
        name,
        column((row) => (levels ? levels[row % levels.length] : (row * (j + 3)) % 17))
      ])
    ),
    recency_days: column((row) => 17 * row),
    days_since_last: column((row) => 17 * row),
    label_rule: column((row) => Number(row > 30)),
    city: column((row) => row % 5),
    customer_key: column((row) => row),
    last_purchased_at: column((row) => row)
  };
}

function dataOf(label: Target, preset: "all" | "safe"): LabData {
  const read = examplesOf(madeTable(), {label, preset: preset === "safe" ? "leak-free" : "brief"});
  if (!read.ok) throw new Error(read.message);
  const {city, ...examples} = read.value;
  const column = examples.columns.findIndex(({name}) => name === "city_churn_rate");
  const question = {...choice.asks[label.kind === "recency" ? "recency" : "rule"].question, preset};
  const lab: LabExamples = {...examples, city: {codes: city, column}};
  return {id: JSON.stringify(question), question, examples: lab} as LabData;
}

describe("data of one label and preset made from another's", () => {
  it("are those that would have been asked for", () => {
    const rule = dataOf({kind: "rule"}, "all");
    const recency = dataOf({kind: "recency", days: 210}, "all");
    expect(cutTo(rule, "all")).toBe(rule);
    expect(cutTo(rule, "safe")).toEqual(dataOf({kind: "rule"}, "safe"));
    expect(withRecency(rule, recency.question)).toEqual(recency);
    expect(cutTo(recency, "safe")).toEqual(dataOf({kind: "recency", days: 210}, "safe"));
    expect(() => withRecency(rule, {...recency.question, asof: "2018-01-01"})).toThrow(/same day/);
  });
});

it("parts of a job tell of it as of one", () => {
  const told: [number, string?][] = [];
  const job = meter(4, (share, doing) => told.push([share, doing]));
  const [first, second] = [job.part(3, "a"), job.part(1, "b")];
  first.share(0.5);
  second.done();
  second.done();
  first.done();
  expect(told.map(([share]) => share)).toEqual([0, 0, 0.375, 0.625, 0.625, 1]);
  expect(told.at(-1)).toEqual([1, "a"]);
});
