import {html} from "npm:htl";
import {featureNamed, features} from "../../../lib/features/catalogue.js";
import type {Leak} from "../../../lib/features/feature.js";
import {formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import {alarmingAuc} from "../../../lib/learn/select/singleFeatureAuc.js";
import {chart} from "../../chart.js";
import {aloneBars} from "../../charts/aloneBars.js";
import {leakageDots} from "../../charts/leakageDots.js";
import {pageHref} from "../../links.js";
import {table} from "../../table.js";
import {familyNames} from "../../../lib/lab/names.js";
import type {Findings} from "../../../lib/lab/leakage/findings.js";
import type {ChurnLabel} from "../../../lib/lab/leakage/choice.js";
import type {Tables} from "../../../lib/lab/shop.js";
import {leastLost, nearlyAll} from "../../../lib/lab/shop.js";
import {churnLabels} from "../../../lib/lab/leakage/choice.js";
import {
  alarmConclusion,
  alarmsText,
  alarmTitle,
  cleanText,
  estimateText,
  labelTexts,
  parametersText,
  presetSizes,
  presetTexts,
  scoresTitle,
  three
} from "./text.js";

/** The trainings in the order of the story, whichever came first. */
const inOrder = ({cells, choice}: Findings) =>
  churnLabels.flatMap((label) =>
    (["all", "safe"] as const).flatMap((preset) =>
      choice.families.flatMap(
        (family) =>
          cells.find((cell) => cell.label === label && cell.preset === preset && cell.family === family) ?? []
      )
    )
  );

const shortPresets = {all: `all ${presetSizes.all}`, safe: `${presetSizes.safe} leak-free`};

/** Every training's ROC-AUC on one axis. */
export function scoresChart(findings: Findings): HTMLElement {
  const texts = labelTexts(findings.choice);
  return chart({
    name: "leakage-scores",
    title: scoresTitle(findings),
    note: `ROC-AUC with 95 % bootstrap interval on customers held out, ${formatShare(findings.choice.asks.rule.held, 0)} of all: how often a customer with the outcome is ranked above one without. ${parametersText(findings.choice)}`,
    data: inOrder(findings).map(({label, preset, family, scorecard}) => ({
      group: `${texts[label]}, ${shortPresets[preset]}`,
      model: familyNames[family],
      family,
      value: scorecard.metrics.rocAuc.value,
      low: scorecard.metrics.rocAuc.interval?.low ?? null,
      high: scorecard.metrics.rocAuc.interval?.high ?? null
    })),
    counted: (rows) => `${formatCount(rows.length)} trainings`,
    empty: "Nothing is trained yet.",
    render: (rows, {width}) => leakageDots(rows, {width})
  });
}

/** Every training with what needs no model beside it. */
export function scoresTable(findings: Findings): HTMLElement {
  const texts = labelTexts(findings.choice);
  const share = (value: number | null) => formatShare(value);
  return table(
    inOrder(findings).map(({label, preset, family, scorecard: {metrics, baseline, positives, rows}}) => ({
      label: texts[label],
      features: presetTexts[preset],
      model: familyNames[family],
      auc: estimateText(metrics.rocAuc),
      pr_auc: metrics.averagePrecision.value,
      prevalence: positives / rows,
      lift: metrics.lift.value,
      accuracy: metrics.accuracy.value,
      baseline: baseline.accuracy
    })),
    {
      caption: "Every training, beside what needs no model",
      name: "leakage-scores",
      rows: 25,
      columns: {
        label: {label: "Label"},
        features: {label: "From"},
        model: {label: "Model"},
        auc: {label: "ROC-AUC (95 %)", align: "right"},
        pr_auc: {label: "PR-AUC", format: three},
        prevalence: {label: "Share", format: share},
        lift: {label: "Lift", format: (value: number | null) => formatNumber(value, 1)},
        accuracy: {label: "Accuracy", format: share},
        baseline: {label: "Majority", format: share}
      }
    }
  );
}

const marks: Record<Leak, string> = {input: "L", proxy: "P", fold: "F", safe: ""};
const shownBars = 20;

/** How telling each feature is on its own, with the alarm. */
export function alarmChart(findings: Findings, label: ChurnLabel): HTMLElement {
  const name = labelTexts(findings.choice)[label];
  const aucs = findings.alone[label] ?? [];
  return chart({
    name: "leakage-alarm",
    title: aucs.length ? alarmTitle(aucs, name) : `“${name}” is yet to come`,
    note: `Area under the ROC curve of each feature's values alone, whichever way they point, all customers; the ${formatCount(Math.min(shownBars, aucs.length))} most telling of ${formatCount(aucs.length)} are drawn. L goes into the brief's rule, P pins the date or number of orders, F is safe out of fold only (and is so here); the marks are about labels made of past orders. Alarm: at or above ${formatNumber(alarmingAuc, 2)}.`,
    data: aucs.map(({name, feature, auc, higher, missing, alarming}) => ({
      name,
      auc,
      mark: marks[featureNamed(feature)?.leak ?? "safe"],
      points: higher ? "higher is churn" : "lower is churn",
      missing: missing ?? "none",
      alarming
    })),
    counted: () => `${formatCount(findings.asked[label]?.rows)} customers`,
    empty: "This label has not had its turn yet.",
    render: (rows, {width}) => aloneBars(rows.slice(0, shownBars), {width, alarm: alarmingAuc})
  });
}

/** What follows from the alarm. */
export const alarmText = (findings: Findings, label: ChurnLabel): HTMLElement =>
  html`<p>${alarmConclusion(findings, label)} ${alarmsText(findings)}</p>`;

/** What leaving out the leaking features does to the score. */
export const cleanScores = (findings: Findings): HTMLElement => html`<p>${cleanText(findings)}</p>`;

/** How many features are marked as leaking. */
export function marksText(about: Tables): HTMLElement {
  const count = (leak: Leak) => formatCount(features.filter((feature) => feature.leak === leak).length);
  return html`<p>
    Of the ${formatCount(features.length)} features, ${count("input")} go into the rule (marked L) and
    ${count("proxy")} more determine the date of the last or first order, or the number of orders, of people
    who bought once${leastLost(about) >= nearlyAll ? ", who are nearly all" : ""} (P). Leaving those out is
    what “leak-free” means here; the rate by city (${count("fold")} feature, F) stays, because it is worked
    out of fold. The
    <a href=${pageHref("features")}>catalogue</a> marks each.
  </p>`;
}
