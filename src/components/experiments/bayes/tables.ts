import {formatChance} from "../../../lib/experiments/bayes/words.js";
import {formatFine, missing} from "../../../lib/format.js";
import {columnNames} from "../../../lib/csv/csvText.js";
import {table} from "../../table.js";
import {bayesSentences, effectText, fineShare, levelText, lossText} from "./text.js";
import type {BayesReading} from "./reading.js";
import {reportButtons} from "../report.js";

/** A row of the table by arm; figures as they are. */
interface ArmRow {
  arm: string;
  users: number;
  measured: number | null;
  mean: number;
  low: number;
  high: number;
  chance: number;
  loss: number;
  effect_low: number | null;
  effect_high: number | null;
  above_control: number | null;
}

/** A row for each arm: posterior mean, interval, standing, and effect on the control. */
export function armRows(reading: BayesReading): ArmRow[] {
  if (reading.metric === "proportion")
    return reading.found.arms.map(({name, users, converted, mean, interval, chance, loss, lift}) => ({
      arm: name,
      users,
      measured: users > 0 ? converted / users : null,
      mean,
      ...interval,
      chance,
      loss,
      effect_low: lift?.[reading.kind].low ?? null,
      effect_high: lift?.[reading.kind].high ?? null,
      above_control: lift?.chance ?? null
    }));
  return reading.found.arms.map(({name, users, mean, interval, chance, loss, effect}) => ({
    arm: name,
    users,
    measured: mean,
    mean,
    ...interval,
    chance,
    loss,
    effect_low: effect?.interval?.low ?? null,
    effect_high: effect?.interval?.high ?? null,
    above_control: effect?.chanceToWin ?? null
  }));
}

const or = (format: (value: number) => string) => (value: number | null) =>
  value === null ? missing : format(value);

/** The arms' standing as a table with its CSV, which has the ends of the intervals as numbers. */
export function armTable(reading: BayesReading): HTMLElement {
  const value = reading.metric === "proportion" ? fineShare : formatFine;
  const level = levelText(reading.choice.level);
  const between = (low: number | null, high: number | null, format: (value: number) => string) =>
    low === null || high === null ? missing : `${format(low)} to ${format(high)}`;
  const rows = armRows(reading);
  const shown = rows.map((row) => ({
    ...row,
    interval: between(row.low, row.high, value),
    effect: between(row.effect_low, row.effect_high, (of) => effectText(reading, of))
  }));
  return table(Object.assign(shown, {columns: columnNames(rows)}), {
    caption: "Arms and what is believed about them",
    name: "bayes-arms",
    columns: {
      arm: {label: "Arm"},
      users: {label: "Users"},
      mean: {label: "Posterior mean", format: value},
      interval: {label: `${level} interval`, align: "right"},
      chance: {label: "Chance of best", format: formatChance},
      loss: {label: "Expected loss", format: (loss: number) => lossText(reading, loss)},
      above_control: {label: "Above control", format: or(formatChance)},
      effect: {label: `Effect, ${level} interval`, align: "right"}
    }
  });
}

/** Buttons that take the reading away. */
export function bayesReport(reading: BayesReading): HTMLElement {
  const names = reading.found.arms.map(({name}) => name);
  return reportButtons({
    title: `Bayesian reading: ${names.join(" v ")}`,
    sentences: bayesSentences(reading),
    data: {
      choice: reading.choice,
      decision: reading.found.decision,
      method: reading.found.method,
      rows: armRows(reading).map((row) => ({...row}))
    },
    format: (value) =>
      typeof value === "number" ? formatFine(value) : typeof value === "string" ? value : missing
  });
}
