import {formatChance} from "../../../lib/experiments/bayes/words.js";
import {formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import {chart} from "../../chart.js";
import {armColor} from "./colors.js";
import type {DensityPoint} from "./densities.js";
import {armDensities, effectDensities} from "./densities.js";
import {densities} from "../../charts/densities.js";
import type {BayesReading} from "./reading.js";
import {effectText, levelText} from "./text.js";

const nothing = "There is nothing to draw: no arm has been measured.";

/** Decimals that tell the ends of an axis apart. */
const decimalsOf = (rows: readonly DensityPoint[]) => {
  const values = rows.map(({value}) => value);
  const span = Math.max(...values) - Math.min(...values);
  return span > 0 ? Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(span)))) : 2;
};

const users = ({found}: BayesReading) =>
  `${formatCount(found.arms.reduce((sum, arm) => sum + arm.users, 0))} users`;

const strokeOf =
  ({found}: BayesReading) =>
  (arm: string) =>
    armColor(found.arms.findIndex(({name}) => name === arm));

const columns = {
  arm: {label: "Arm"},
  value: {label: "Value"},
  density: {label: "Density"},
  inside: {label: "In the interval"}
};

/** What is believed about each arm's rate or mean. */
export function posteriorChart(reading: BayesReading): HTMLElement {
  const {choice, found, metric} = reading;
  const rows = armDensities(reading);
  const decimals = decimalsOf(rows);
  const {name, chance} = found.arms.reduce((top, arm) => (arm.chance > top.chance ? arm : top));
  return chart({
    name: "bayes-posterior",
    title: `“${name}” is the best arm with a chance of ${formatChance(chance)}`,
    note: `Posterior density of each arm’s ${metric === "proportion" ? "rate" : "mean"}; filled: the ${levelText(choice.level)} credible interval with as much belief below as above.`,
    data: rows,
    columns,
    counted: () => users(reading),
    empty: nothing,
    render: (drawn, {width}) =>
      densities(drawn, {
        width,
        label: metric === "proportion" ? "Conversion rate" : "Mean per user",
        format: (value) =>
          metric === "proportion"
            ? formatShare(value, Math.max(0, decimals - 2))
            : formatNumber(value, decimals),
        stroke: strokeOf(reading)
      })
  });
}

/** What is believed about each treatment's effect. */
export function effectChart(reading: BayesReading): HTMLElement {
  const {choice, kind, metric} = reading;
  const rows = effectDensities(reading);
  const [control, ...treatments] = reading.found.arms;
  const above = (arm: (typeof treatments)[number]) =>
    "lift" in arm ? (arm.lift?.chance ?? 0) : (arm.effect?.chanceToWin ?? 0);
  const strongest = treatments.reduce((top, arm) => (above(arm) > above(top) ? arm : top));
  const asShare = metric === "proportion" || kind === "relative";
  const decimals = decimalsOf(rows) - (asShare ? 2 : 0);
  const unit = kind === "relative" ? "%" : metric === "proportion" ? "pp" : "";
  return chart({
    name: "bayes-effect",
    title: `“${strongest.name}” is above “${control.name}” with a chance of ${formatChance(above(strongest))}`,
    note: `Posterior density of treatment minus control${kind === "relative" ? ", as a share of the control" : ""}; filled: the ${levelText(choice.level)} credible interval; dashed: no effect.${metric === "proportion" ? " By quadrature, nothing is simulated." : ""}`,
    data: rows,
    columns: {...columns, value: {label: "Effect", format: (value: number) => effectText(reading, value)}},
    counted: () => users(reading),
    empty: nothing,
    render: (drawn, {width}) =>
      densities(drawn, {
        width,
        label: `Effect on the ${metric === "proportion" ? "rate" : "mean"}${unit && `, ${unit}`}`,
        format: (value) => formatNumber(value * (asShare ? 100 : 1), Math.max(0, decimals)),
        stroke: strokeOf(reading),
        zero: 0
      })
  });
}
