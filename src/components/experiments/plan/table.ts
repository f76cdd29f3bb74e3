import {formatCount, formatNumber} from "../../../lib/format.js";
import type {MeanFormula} from "../../../lib/experiments/plan/meanPower.js";
import {planTest} from "../../../lib/experiments/plan/planTest.js";
import {table} from "../../table.js";
import {formulas} from "./parameters.js";
import type {Planned} from "./request.js";
import {formulaNames, formulaReasons} from "./text.js";

/** What a formula asks for. */
export interface FormulaRow {
  formula: string;
  /** Not rounded. */
  exact: number;
  control: number;
  total: number;
  why: string;
}

const means: Record<MeanFormula, [string, string]> = {
  t: ["R’s power.t.test", "Student’s t: the spread is estimated from the test itself."],
  "t-strict": [
    "statsmodels’ TTestIndPower",
    "The same, and what is significant in the wrong direction counts as found too."
  ],
  normal: [
    "Normal distribution",
    "Takes the spread for known: a few users less, which shows in small tests only."
  ]
};

/** The same test by each formula in use. */
export function formulaRows({request}: Planned): FormulaRow[] {
  const {metric} = request;
  const candidates =
    metric.kind === "proportion"
      ? formulas.map((formula) => ({
          metric: {...metric, formula},
          name: formulaNames[formula],
          why: formulaReasons[formula]
        }))
      : (Object.keys(means) as MeanFormula[]).map((formula) => ({
          metric: {...metric, formula},
          name: means[formula][0],
          why: means[formula][1]
        }));
  return candidates.flatMap(({metric: mine, name, why}) => {
    const size = planTest({...request, metric: mine});
    if (!size.ok) return [];
    const {exact, control, total} = size.value;
    return [{formula: name, exact, control, total, why}];
  });
}

/** The formulas side by side. */
export const formulaTable = (plan: Planned): HTMLElement =>
  table(formulaRows(plan), {
    caption: "Users by formula",
    name: "plan-formulas",
    columns: {
      formula: {label: "Formula"},
      control: {label: "Users in the control", format: (value: number) => formatCount(value)},
      exact: {label: "Not rounded", format: (value: number) => formatNumber(value, 2)},
      total: {label: "In all", format: (value: number) => formatCount(value)}
    }
  });
