import {featureNamed, features} from "../../../lib/features/catalogue.js";
import {presetFeatures} from "../../../lib/features/presets.js";
import {formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import {briefSpecs} from "../../../lib/learn/families.js";
import type {Condition} from "../../../lib/pipeline/leakage/learnedRules.js";
import type {PresetName} from "../../../lib/pipeline/question.js";
import {presetNames} from "../../../lib/pipeline/question.js";
import type {NamedAuc} from "../../../lib/learn/select/singleFeatureAuc.js";
import {alarmingAuc} from "../../../lib/learn/select/singleFeatureAuc.js";
import type {Estimate} from "../../../lib/metrics/scorecard.js";
import {familyNames} from "../../../lib/lab/names.js";
import type {Cell, Findings} from "../../../lib/lab/leakage/findings.js";
import type {ChurnLabel, LeakageChoice} from "../../../lib/lab/leakage/choice.js";
import {churnLabels, spokenFamily} from "../../../lib/lab/leakage/choice.js";

/** A metric with three decimals. */
export const three = (value: number | null | undefined): string => formatNumber(value, 3);

/** A metric with its 95 % interval. @example estimateText({value: 0.6, interval: {low: 0.5, high: 0.7}}) => "0.600 (0.500 to 0.700)" */
export const estimateText = ({value, interval}: Estimate, write = three): string =>
  interval ? `${write(value)} (${write(interval.low)} to ${write(interval.high)})` : write(value);

/** How many features a preset has. */
export const presetSizes: Readonly<Record<PresetName, number>> = {
  all: features.length,
  safe: presetFeatures("leak-free").length
};

export const presetTexts: Readonly<Record<PresetName, string>> = {
  all: `all ${presetSizes.all} features`,
  safe: `${presetSizes.safe} leak-free features`
};

/** What each label says of a customer, with the numbers chosen. */
export const labelTexts = ({asks}: LeakageChoice): Record<ChurnLabel, string> => ({
  rule: "The brief’s rule",
  recency: `Last order over ${formatCount(asks.recency.question.days)} days ago`,
  forward: `No order in the next ${formatCount(asks.forward.question.horizon)} days`
});

/** A training by what it is of. */
export const cellOf = (
  {cells}: Findings,
  label: ChurnLabel,
  preset: PresetName,
  family = spokenFamily
): Cell | undefined =>
  cells.find((cell) => cell.label === label && cell.preset === preset && cell.family === family);

const aucOf = (cell: Cell | undefined) => cell?.scorecard.metrics.rocAuc.value ?? null;

/** The page's answer in one sentence: before, while and after it has run. */
export function leakageAnswer(findings: Findings | null, {asks, families}: LeakageChoice): string {
  const trainings = churnLabels.length * presetNames.length * families.length;
  if (!findings?.cells.length)
    return `A score near 1 says more about the label than about the model: press Run the trainings, and ${formatCount(families.length)} families of models are trained under three definitions of churn, from ${presetTexts.all} and from the ${presetTexts.safe} (${formatCount(trainings)} trainings), to tell the scores that can be believed from those that cannot.`;
  const [leaky, clean] = [cellOf(findings, "rule", "all"), cellOf(findings, "rule", "safe")];
  const honest = cellOf(findings, "forward", "all");
  const {horizon} = asks.forward.question;
  const parts = [
    leaky && `${three(aucOf(leaky))} on the brief’s rule with ${presetTexts.all}`,
    clean && `${three(aucOf(clean))} with the ${presetTexts.safe}`,
    honest &&
      `${estimateText(honest.scorecard.metrics.rocAuc)} on the honest question, who does not order again within ${formatCount(horizon)} days, where saying so of everybody is already right ${formatShare(honest.scorecard.baseline.accuracy)} of the time`
  ].filter((part) => part !== undefined);
  if (!parts.length) return "The first models are being trained.";
  const scores = `the same model (${familyNames[spokenFamily]}) scores a ROC-AUC of ${sentence(parts)}`;
  const verdict =
    (aucOf(leaky) ?? 0) >= alarmingAuc
      ? "Yes, where the label is made of the features"
      : "No score is perfect here, but the label still decides";
  return `${verdict}: ${scores}.`;
}

/** Several as one. @example sentence(["a", "b", "c"]) => "a, b and c" */
export const sentence = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;

/** What the chart of all trainings finds, as far as they have come. */
export function scoresTitle(findings: Findings): string {
  const {choice} = findings;
  const texts = labelTexts(choice);
  const told = churnLabels.flatMap((label) => {
    const auc = aucOf(cellOf(findings, label, "all"));
    return auc === null ? [] : [`${three(auc)} for “${texts[label]}”`];
  });
  return told.length ? `One model, all features: ${sentence(told)}` : "The same models under each label";
}

/** Whether the models are the brief's, or somebody else's from the address. */
export function parametersText({asks: {rule}, families}: LeakageChoice): string {
  const own = families.filter(
    (family) => JSON.stringify(rule.specs[family]) !== JSON.stringify(briefSpecs[family])
  );
  return own.length
    ? `Parameters of ${sentence(own.map((family) => familyNames[family]))} as the address sets them, else the brief’s.`
    : "Parameters as in the brief.";
}

/** What the alarm finds under a label. */
export function alarmTitle(aucs: readonly NamedAuc[], label: string): string {
  const alarming = aucs.filter((one) => one.alarming);
  const line = formatNumber(alarmingAuc, 2);
  if (!aucs.length) return `No feature to try alone for “${label}”`;
  if (!alarming.length)
    return `“${label}”: no feature alone reaches ${line}; the strongest, ${aucs[0].name}, has ${three(aucs[0].auc)}`;
  return `“${label}”: ${formatCount(alarming.length)} of ${formatCount(aucs.length)} features ${alarming.length === 1 ? "sets" : "set"} off the alarm: ${sentence(alarming.slice(0, 4).map(({name, auc}) => `${name} (${three(auc)})`))}`;
}

/** What the alarm finds under every label that has had its turn. */
export function alarmsText({alone, choice}: Findings): string {
  const texts = labelTexts(choice);
  const told = churnLabels.flatMap((label) => {
    const aucs = alone[label];
    if (!aucs) return [];
    const names = aucs.filter((one) => one.alarming).map(({name}) => name);
    return [`${names.length ? sentence(names) : "none"} under “${texts[label]}”`];
  });
  return told.length ? `At or above ${formatNumber(alarmingAuc, 2)}: ${told.join("; ")}.` : "";
}

/** Why features that are free of leaks still score under a label that looks back. */
export function cleanText(findings: Findings): string {
  const [leaky, clean, honest] = [
    aucOf(cellOf(findings, "rule", "all")),
    aucOf(cellOf(findings, "rule", "safe")),
    aucOf(cellOf(findings, "forward", "safe"))
  ];
  if (leaky === null || clean === null) return "";
  const told = findings.alone.rule?.find(({feature}) => featureNamed(feature)?.leak === "safe");
  const hint = told ? `; the strongest of them alone, ${told.name}, has ${three(told.auc)}` : "";
  const same =
    honest === null
      ? ""
      : ` The same ${formatCount(presetSizes.safe)} features score ${three(honest)} when they have to look ahead.`;
  return `Without the leaking features the rule’s score falls from ${three(leaky)} to ${three(clean)}. Even that is no forecast: the label lies in the past, and what is left seems to tell roughly when somebody bought${hint}.${same}`;
}

/** What follows from the alarm and the models' scores together. */
export function alarmConclusion(findings: Findings, label: ChurnLabel): string {
  const alarming = findings.alone[label]?.some((one) => one.alarming) ?? false;
  const auc = aucOf(cellOf(findings, label, "all"));
  if (auc === null) return "";
  if (auc < alarmingAuc && !alarming)
    return `Neither a feature alone nor the model (${three(auc)}) gives this label away: what it scores, it has predicted.`;
  if (!alarming)
    return `The alarm stays silent, and yet the model scores ${three(auc)}: here it takes several columns together to give the label away, so no single-feature alarm would have caught it. The question that catches it is what the label is made of.`;
  return auc >= alarmingAuc
    ? `The alarm is right: the model scores ${three(auc)} because it can read the label off its inputs.`
    : `The model scores ${three(auc)} although a feature alone reaches the alarm: look at how it was trained.`;
}

/** A condition of a rule in words. @example conditionText({feature: "frequency", from: 1.5, below: Infinity, missing: false}) => "frequency ≥ 2" */
export function conditionText({feature, from, below, missing}: Condition): string {
  const {kind, absent} = featureNamed(feature) ?? {};
  const whole = kind === "integer";
  const least = (bound: number) => (whole ? formatCount(Math.ceil(bound)) : formatNumber(bound, 1));
  const most = (bound: number) =>
    whole ? `≤ ${formatCount(Math.ceil(bound) - 1)}` : `< ${formatNumber(bound, 1)}`;
  const orMissing = missing && absent === "missing" ? " or missing" : "";
  if (from === -Infinity && below === Infinity) return `${feature}: any value${orMissing}`;
  if (from === -Infinity) return `${feature} ${most(below)}${orMissing}`;
  if (below === Infinity) return `${feature} ≥ ${least(from)}${orMissing}`;
  return `${feature} ≥ ${least(from)} and ${most(below)}${orMissing}`;
}
