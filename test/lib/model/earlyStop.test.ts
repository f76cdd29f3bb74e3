import {describe, expect, it} from "vitest";
import {earlyStopSentence} from "../../../lib/model/earlyStop.js";
import {fromFile} from "../../../lib/model/file.js";
import {scoreColumns} from "../../../lib/model/model.js";
import {byAllRounds, earlyStoppedModel, earlyStoppedRows, toBestRound} from "./earlyStoppedModel.js";

const columns = [0, 1].map((j) => Float32Array.from(earlyStoppedRows, (row) => row[j]));

const read = (text: string) => {
  const file = fromFile(text, ["recency", "basket"]);
  if (!file.ok) throw new Error(file.message);
  return file.value;
};

const refusal = (text: string) => {
  const file = fromFile(text);
  return file.ok ? "" : file.message;
};

function expectScores(text: string, expected: readonly number[]) {
  const scores = scoreColumns(read(text).model, columns);
  expected.forEach((score, row) => expect(scores[row]).toBeCloseTo(score, 6));
}

/** As versions before 2.0 write it, which do not say where rounds begin. */
const older = earlyStoppedModel
  .replace('"iteration_indptr":[0,2,4,6],', "")
  .replace('"[3.8E-1]"', '"3.8E-1"');

describe("a file of XGBoost whose training stopped early", () => {
  it("scores by its rounds up to the best one, as predict_proba does", () => {
    expectScores(earlyStoppedModel, toBestRound);
    expect(read(earlyStoppedModel).earlyStop).toEqual({rounds: 3, counted: 2});
  });
  it("counts the parallel trees of a round where the file does not list its rounds", () => {
    expect(older).not.toContain("indptr");
    expectScores(older, toBestRound);
    expect(read(older).earlyStop).toEqual({rounds: 3, counted: 2});
  });
  it("counts in full without a best round, or where the last is the best", () => {
    for (const last of ["", '"best_iteration":"2",']) {
      const text = earlyStoppedModel.replace('"best_iteration":"1",', last);
      expectScores(text, byAllRounds);
      expect(read(text)).not.toHaveProperty("earlyStop");
    }
  });
  it("says what is left out", () => {
    expect(earlyStopSentence({rounds: 12, counted: 4})).toBe(
      "Training stopped early: of the file’s 12 rounds the first 4 count, up to the best one (best_iteration 3), as in predict_proba; Booster.predict counts all of them unless told otherwise."
    );
  });
  it("is refused where the best round is none of its own", () => {
    const best = (round: string) =>
      earlyStoppedModel.replace('"best_iteration":"1"', `"best_iteration":${round}`);
    expect(refusal(best('"3"'))).toBe(
      "The file names round 4 as its best (best_iteration), and holds 3 rounds."
    );
    expect(refusal(best('"-1"'))).toContain("“best_iteration” must be a whole number from 0");
    expect(refusal(best("null"))).toContain("“best_iteration” must be a finite number");
    for (const starts of ["[0,2,4]", "[0,4,2,6]", "[1,2,6]", "[]"])
      expect(refusal(earlyStoppedModel.replace("[0,2,4,6]", starts))).toBe(
        "“iteration_indptr” must rise from 0 to the number of trees, 6."
      );
  });
});
