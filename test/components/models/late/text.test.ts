import {describe, expect, it} from "vitest";
import type {Flagging} from "../../../../lib/learn/flagging.js";
import {flagRiskiest} from "../../../../lib/learn/flagging.js";
import {
  checkText,
  effortText,
  modelAnswer,
  ranOnText,
  ratesNote,
  ratesTitle,
  rendererName
} from "../../../../src/components/models/late/text.js";
import type {Outcome} from "../../../../lib/lab/late.js";

const rate = (rows: number, positives: number) => ({rows, positives, rate: rows ? positives / rows : null});
const rates = {
  before: rate(77107, 5852),
  train: rate(72135, 5446),
  test: rate(19363, 674),
  boundary: new Date("2018-05-26")
};
const labels = Uint8Array.from({length: 100}, (_, row) => Number(row < 10));
const probabilities = Float64Array.from(labels, (label, row) => 0.01 * label + 0.9 - row / 200);
const outcome: Outcome = {
  model: {intercept: 0, coefficients: Float64Array.of(1)},
  terms: [{name: "x", label: "x", mean: 0, deviation: 1, missing: 0}],
  points: [
    {step: 0, elapsed: 0, loss: 0.7, objective: 0.7},
    {step: 100, elapsed: 900, loss: 0.245, objective: 0.246}
  ],
  check: {
    reported: 0.245059,
    reference: 0.245059,
    difference: 2.2e-8,
    ok: true,
    gap: 1.2e-7,
    optimumLoss: 0.245,
    converged: true
  },
  evaluation: {
    auc: 0.776,
    aucInterval: {low: 0.761, high: 0.792},
    trainAuc: 0.71,
    averagePrecision: 0.12,
    brier: 0.04,
    logLoss: 0.16,
    roc: [],
    calibration: [],
    labels,
    probabilities
  },
  milliseconds: {training: 900, checking: 500},
  ranOn: {backend: "cpu", renderer: null, fellBack: "", tensorsLeft: 0},
  rows: {train: 72135, test: 19363, embargoed: 4972},
  boundary: Date.UTC(2018, 4, 26)
};
const flagging: Flagging = flagRiskiest(labels, probabilities, 0.1);
const plain = (text: string) => text.replace(/\u00a0|\u202f/g, " ");
const withEvaluation = (change: Partial<Outcome["evaluation"]>) => ({
  ...outcome,
  evaluation: {...outcome.evaluation, ...change}
});

describe("the answer of the model page", () => {
  it("tells before a training what there is to predict", () => {
    expect(plain(modelAnswer(rates, null, null))).toBe(
      "Of the 19,363 latest orders, bought since 26 May 2018, 3.5 % came late: press Train to see how well that could have been predicted at purchase."
    );
  });

  it("tells after it how well that worked, with its interval", () => {
    expect(plain(modelAnswer(rates, outcome, flagging))).toBe(
      "Yes, fairly well: of a late and a punctual order bought since 26 May 2018, the model gives the late one the higher risk 77.6 % of the time (95 % interval 76.1 % to 79.2 %), and the riskiest 10 % of the orders hold 100 % of the late ones."
    );
    expect(modelAnswer(rates, withEvaluation({auc: 0.52, aucInterval: null}), flagging)).toMatch(
      /^Hardly: .*52\.0.% of the time, and/
    );
  });

  it("makes nothing up where there is nothing to say", () => {
    expect(modelAnswer({...rates, test: rate(0, 0)}, null, null)).toBe(
      "There are no delivered orders to learn from."
    );
    expect(modelAnswer(rates, withEvaluation({auc: null}), flagging)).toMatch(/ended the same way/);
  });
});

describe("the sentences on rates", () => {
  it("tell which way they went, and what the embargo leaves out", () => {
    expect(plain(ratesTitle(rates))).toBe(
      "The share of late orders falls from 7.6 % before to 3.5 % among those held out"
    );
    expect(ratesTitle({...rates, test: rate(100, 50)})).toMatch(/rises/);
    expect(ratesTitle({...rates, test: rates.before})).toMatch(/stays at/);
    expect(ratesTitle({...rates, test: rate(0, 0)})).toBe("The share of late orders by month");
    expect(plain(ratesNote(rates))).toMatch(/72,135 of the 77,107 orders before.*7\.5 % late/);
    expect(ratesNote({...rates, train: rates.before})).not.toMatch(/is trained on/);
  });
});

describe("the sentences on a training", () => {
  it("name the device as people know it", () => {
    const names = {
      "ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 (0x00002504) Direct3D11 vs_5_0 ps_5_0, D3D11)":
        "NVIDIA GeForce RTX 3060",
      "ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version)": "Apple M1",
      "ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)":
        "Mesa Intel(R) UHD Graphics 620 (KBL GT2)",
      "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)":
        "SwiftShader",
      "Adreno (TM) 650": "Adreno (TM) 650"
    };
    for (const [renderer, name] of Object.entries(names)) expect(rendererName(renderer)).toBe(name);
    expect(ranOnText({backend: "cpu", renderer: "Adreno (TM) 650"})).toBe("running on cpu, float64");
    expect(ranOnText({backend: "webgl", renderer: "Adreno (TM) 650"})).toBe(
      "running on webgl (Adreno (TM) 650), float32"
    );
  });

  it("say whether the check held", () => {
    const {check, ranOn} = outcome;
    expect(checkText(check, ranOn)).toBe(
      "Self check: the loss that cpu reports, 0.245059, agrees with float64 at the same coefficients (difference 2.2e-8, at most 1e-4); the objective is 1.2e-7 above its minimum, which a float64 Newton solver found."
    );
    expect(checkText({...check, ok: false, difference: 0.2}, ranOn)).toMatch(
      /DISAGREES with.*difference 0\.2000/
    );
    expect(checkText({...check, gap: 0.01}, ranOn)).toMatch(/more steps or a larger learning rate/);
    expect(checkText({...check, converged: false}, ranOn)).toMatch(/did not converge/);
  });

  it("count steps, orders and seconds", () => {
    expect(effortText(outcome)).toBe(
      "100 steps over 72,135 orders in 0.9 s, then 0.5 s of checks; 19,363 orders held out. 4,972 more were left out, because nobody knew yet how they would end."
    );
    expect(effortText({...outcome, rows: {...outcome.rows, embargoed: 0}})).toMatch(/held out\.$/);
  });
});
