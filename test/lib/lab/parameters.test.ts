import {describe, expect, it} from "vitest";
import {briefSpecs} from "../../../lib/learn/families.js";
import {parseState} from "../../../lib/state/parseState.js";
import {featureNames} from "../../../lib/lab/featureNames.js";
import {briefParameters, labChoice, labParameters, listOf, numbersIn} from "../../../lib/lab/parameters.js";

const end = "2018-08-30T00:00:00";
const choiceOf = (search: string) => labChoice(parseState(briefParameters, search).values, end, featureNames);

describe("a choice in the lab", () => {
  it("is the brief's hyper-parameters and the honest label where the address says nothing", () => {
    const choice = choiceOf("");
    expect(choice.specs).toEqual(briefSpecs);
    expect(choice.question).toEqual({
      label: "forward",
      preset: "all",
      asof: "2018-03-01",
      horizon: 180,
      days: 210,
      strict: false,
      only: []
    });
  });

  it("starts milder where the shop is small, and as the brief where it is not", () => {
    const {values} = parseState(labParameters(600), "?rf_leaf=9");
    const {specs} = labChoice(values, end, featureNames);
    expect(specs.forest).toMatchObject({minLeafRows: 9});
    expect(specs.boosting).toMatchObject({minLeafRows: 5});
    expect(specs.logistic).toMatchObject({C: 0.061, l1Ratio: 0.5});
    expect(specs.xgboost).toEqual(briefSpecs.xgboost);
    const large = labChoice(parseState(labParameters(96_096), "").values, end, featureNames);
    expect(large.specs).toEqual(briefSpecs);
  });

  it("reads label, day, features and parameters from the address", () => {
    const choice = choiceOf("?label=rule&preset=safe&only=3,17-18&xgb_depth=6&lr_C=1&asof=2018-01-01");
    expect(choice.question).toMatchObject({label: "rule", preset: "safe", asof: "2018-01-01"});
    expect(choice.question.only).toEqual(["monetary_value", "avg_order_value", "max_order_value"]);
    expect(choice.specs.xgboost).toMatchObject({maxDepth: 6, eta: 0.02});
    expect(choice.specs.logistic).toMatchObject({C: 1, l1Ratio: 0.5});
  });

  it("asks labels that look back at the end of the data", () => {
    expect(choiceOf("?label=recency").question.asof).toBe("2018-08-30");
  });

  it("holds parameters to their bounds", () => {
    const {problems} = parseState(briefParameters, "?xgb_depth=99&balance=magic");
    expect(problems.length).toBe(2);
  });
});

describe("a list of feature numbers", () => {
  it("reads ranges, once each, within bounds, and skips what is none", () => {
    expect(numbersIn("3,1-2,9,x,2", 5)).toEqual([1, 2, 3]);
    expect(numbersIn("", 78)).toEqual([]);
    expect(numbersIn("9-1,0", 78)).toEqual([]);
    expect(numbersIn("1-999", 78).length).toBe(78);
  });

  it("writes ranges", () => {
    expect(listOf([1, 2, 3, 7])).toBe("1-3,7");
    expect(listOf([])).toBe("");
    expect(numbersIn(listOf([1, 5, 6, 7, 78]), 78)).toEqual([1, 5, 6, 7, 78]);
  });
});
