import {html} from "npm:htl";
import {formatCount, formatNumber, formatPoints, formatShare} from "../../../lib/format.js";
import type {RankingMetric} from "../../../lib/recommend/evaluate.js";
import {recommenderLabels} from "../../../lib/recommend/modelList.js";
import type {RecommendStudy, StudiedRecommender} from "../../../lib/recommend/study.js";
import {claimedHitRate, verdict} from "../../../lib/recommend/study.js";
import {inBrief} from "../../../lib/shop.js";
import {chart} from "../../chart.js";
import {bandLines} from "../../charts/bandLines.js";
import {importanceDots} from "../../charts/importanceDots.js";
import {table} from "../../table.js";
import {bestOf, claimText, levelNames, protocolText, shortestOf} from "./text.js";

const percent = (value: number) => formatShare(value);
const fine = (value: number | null) => formatNumber(value, 4);
const counted = ({evaluated}: RecommendStudy) => `${formatCount(evaluated)} people`;

/** Hit rates of all models, the highest first. */
function hitRateChart(study: RecommendStudy): HTMLElement {
  const {k, level} = study.choice;
  const rows = study.models
    .map(({name, metrics: {hitRate}}) => ({label: recommenderLabels[name], ...hitRate}))
    .sort((a, b) => b.mean - a.mean);
  const beats = study.models.filter(({against}) => against && against.hitRate.low > 0).length;
  return chart({
    name: "recommend-hits",
    title: rows.length
      ? `${rows[0].label} has the most hits (${percent(rows[0].mean)} of people); ${beats === 0 ? "no model is" : `${formatCount(beats)} ${beats === 1 ? "model is" : "models are"}`} measurably better than popularity`
      : "Hit rates",
    note: `Share of people for whom one of ${k} recommended ${levelNames[level].many} is among what they bought later; lines: 95 % bootstrap interval over people. Whether a model is better is judged by the difference within each person (in the table below), without correction for comparing several models.`,
    data: rows,
    counted: () => counted(study),
    columns: {
      label: {label: "Model"},
      mean: {label: "Hit rate", format: percent},
      low: {label: "From", format: percent},
      high: {label: "To", format: percent}
    },
    render: (shown, {width}) => importanceDots(shown, {width, axis: `Hit rate at ${k}`, format: percent})
  });
}

const claimWords = inBrief
  ? "the brief’s claim (dashed)"
  : `a hit rate of ${formatShare(claimedHitRate, 0)} (dashed)`;

/** Hit rates by the length of the list. */
function lengthChart(study: RecommendStudy): HTMLElement {
  const [best, shortest] = [bestOf(study), shortestOf(study)];
  const names = new Set<string | undefined>(["chance", "popularity", best?.name, shortest?.name]);
  const at1000 = shortest?.lengths.find(({k}) => k === 1000);
  const rows = study.models
    .filter(({name}) => names.has(name))
    .flatMap(({name, lengths}) =>
      lengths.map(({k, hitRate}) => ({line: recommenderLabels[name], x: k, y: hitRate}))
    );
  return chart({
    name: "recommend-lengths",
    title:
      shortest && at1000 && at1000.hitRate < claimedHitRate
        ? `Even ${formatCount(1000)} recommendations find something for only ${formatShare(at1000.hitRate, 0)} of people (${recommenderLabels[shortest.name]})`
        : "Hit rate by the length of the list",
    note: `Hit rate by how many items are recommended: the model with the most hits, the one that reaches ${claimWords} with the shortest list, popularity and random.`,
    data: rows,
    counted: () => counted(study),
    columns: {
      line: {label: "Model"},
      x: {label: "Recommendations"},
      y: {label: "Hit rate", format: percent}
    },
    render: (shown, {width}) =>
      bandLines(shown, {
        ...{width, x: "Recommendations", y: "Hit rate", format: percent, formatX: formatCount, logX: true},
        level: {
          value: claimedHitRate,
          label: `${inBrief ? "the brief’s " : ""}${formatShare(claimedHitRate, 0)}`
        }
      })
  });
}

const metricLabels: Record<RankingMetric, string> = {
  hitRate: "Hit rate",
  precision: "Precision",
  recall: "Recall",
  ndcg: "NDCG",
  mrr: "MRR",
  map: "MAP",
  novelty: "Novelty, bits"
};

const row = (model: StudiedRecommender, items: number) => ({
  model: recommenderLabels[model.name] as string,
  hit_rate: model.metrics.hitRate.mean as number | null,
  low: model.metrics.hitRate.low as number | null,
  high: model.metrics.hitRate.high as number | null,
  difference: model.against?.hitRate.mean ?? null,
  difference_low: model.against?.hitRate.low ?? null,
  difference_high: model.against?.hitRate.high ?? null,
  verdict: verdict(model),
  ndcg: model.metrics.ndcg.mean as number | null,
  mrr: model.metrics.mrr.mean as number | null,
  map: model.metrics.map.mean as number | null,
  precision: model.metrics.precision.mean as number | null,
  recall: model.metrics.recall.mean as number | null,
  novelty: model.metrics.novelty.mean as number | null,
  shown: Math.round(model.coverage * items) as number | null,
  coverage: model.coverage as number | null,
  exposure_gini: model.exposureGini,
  list_for_claim: model.longEnough as number | null
});

/** All measures of all models, with the brief's claim as a row of its own where it speaks of this shop. */
function evaluationTable(study: RecommendStudy): HTMLElement {
  const none = {low: null, high: null, difference: null, difference_low: null, difference_high: null};
  const unsaid = {ndcg: null, mrr: null, map: null, precision: null, recall: null, novelty: null};
  const claim: ReturnType<typeof row> = {
    ...{
      model: "The brief’s claim",
      hit_rate: claimedHitRate,
      ...none,
      verdict: "no protocol given",
      ...unsaid
    },
    ...{shown: null, coverage: null, exposure_gini: null, list_for_claim: null}
  };
  const exported = study.models.map((model) => ({
    ...row(model, study.items),
    ...Object.fromEntries(
      (Object.keys(metricLabels) as RankingMetric[]).flatMap((metric) => [
        [`${metric}_low`, model.metrics[metric].low],
        [`${metric}_high`, model.metrics[metric].high]
      ])
    )
  }));
  const share = (value: number | null) => formatShare(value);
  const points = (value: number | null) => formatPoints(value);
  return html`<div>
    ${table([...study.models.map((model) => row(model, study.items)), ...(inBrief ? [claim] : [])], {
      caption: `Models at ${study.choice.k} recommendations, ${formatCount(study.evaluated)} people`,
      name: "recommend-models",
      rows: 16,
      sort: "hit_rate",
      reverse: true,
      exported: () => exported,
      columns: {
        model: {label: "Model"},
        hit_rate: {label: "Hit rate", format: share},
        low: {label: "Hit rate from", format: share, align: "right"},
        high: {label: "to", format: share, align: "right"},
        difference: {label: "Above popularity", format: points, align: "right"},
        difference_low: {label: "Difference from", format: points, align: "right"},
        difference_high: {label: "to", format: points, align: "right"},
        verdict: {label: "Verdict"},
        ndcg: {label: metricLabels.ndcg, format: fine},
        mrr: {label: metricLabels.mrr, format: fine},
        map: {label: metricLabels.map, format: fine},
        precision: {label: metricLabels.precision, format: fine},
        recall: {label: metricLabels.recall, format: fine},
        novelty: {label: metricLabels.novelty, format: (bits: number | null) => formatNumber(bits, 1)},
        shown: {label: "Different items shown"},
        coverage: {label: "Coverage", format: (value: number | null) => formatShare(value, 2)},
        exposure_gini: {label: "Gini of exposure", format: fine},
        list_for_claim: {label: `List for ${formatShare(claimedHitRate, 0)}`}
      }
    })}
    <p>
      “Not better” means that no difference beyond chance was shown among these people, not that there is
      none. Novelty is the mean of −log₂ of the share of people learned from who have a recommended item.
    </p>
    ${study.failed.map(({name, why}) => html`<p>${recommenderLabels[name]} is left out: ${why}</p>`)}
  </div>`;
}

/** How the models were judged and what came of it. */
export const evaluationPart = (study: RecommendStudy): HTMLElement =>
  html`<div>
    <p>${protocolText(study)}</p>
    ${hitRateChart(study)} ${evaluationTable(study)} ${lengthChart(study)}
    <p>${claimText(study)}</p>
  </div>`;
