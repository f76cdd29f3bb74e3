import {midnightOf} from "../../../lib/days.js";
import {html} from "npm:htl";
import {frequentGapDays, recencyLabel, ruleDays} from "../../../lib/features/labels.js";
import {formatCount, formatDay, formatNumber, formatShare} from "../../../lib/format.js";
import {inBrief} from "../../../lib/shop.js";
import {wilsonInterval} from "../../../lib/metrics/wilsonInterval.js";

/** People with the same labels and days since their last order. */
export interface LabelDay {
  days: number;
  rule: number;
  /** Null where the record ends before the horizon. */
  forward: number | null;
  people: number;
}

/** How many people have label 1 under each label. */
export interface LabelCounts {
  people: number;
  rule: number;
  recency: number;
  forward: number | null;
}

/** The share of customers who churned that the brief names. */
const briefShare = 0.522;

/**
 * Counts of label 1.
 * @example labelCounts([{days: 300, rule: 0, forward: 1, people: 2}], 210) => {people: 2, rule: 0, recency: 2, forward: 2}
 */
export function labelCounts(rows: readonly LabelDay[], cut: number): LabelCounts {
  const people = (counts: (row: LabelDay) => number | null) =>
    rows.reduce((sum, row) => sum + row.people * (counts(row) ?? 0), 0);
  return {
    people: people(() => 1),
    rule: people(({rule}) => rule),
    recency: people(({days}) => recencyLabel(days, cut)),
    forward: rows.some(({forward}) => forward === null) ? null : people(({forward}) => forward)
  };
}

interface Asked {
  /** ISO day. */
  asof: string;
  horizon: number;
  /** Of the recency cut. */
  days: number;
}

const utc = (iso: string) => formatDay(midnightOf(iso));

/** Each label with its definition, its people and its share. */
export function labelTable(counts: LabelCounts, {asof, horizon, days}: Asked): HTMLElement {
  const {people, rule, recency, forward} = counts;
  const interval = forward === null ? null : wilsonInterval(forward, people);
  const back = forward === null ? null : wilsonInterval(people - forward, people);
  const rows = [
    {
      name: "The brief’s rule",
      meaning: `Last order more than ${ruleDays.frequent} days ago for a frequent buyer (under ${frequentGapDays} days between orders), ${ruleDays.repeat} for another one with several orders, ${ruleDays.once} for a person with one.`,
      positives: rule,
      sure: "A count, not an estimate: it says nothing that the dates do not say."
    },
    {
      name: `Recency cut at ${formatCount(days)} days`,
      meaning: `Last order more than ${formatCount(days)} days ago, whoever it is.`,
      positives: recency,
      sure: "A count, not an estimate."
    },
    {
      name: `Forward, ${formatCount(horizon)} days`,
      meaning: `No valid order in the ${formatCount(horizon)} days from ${utc(asof)} on: what really came after.`,
      positives: forward,
      sure:
        interval && back
          ? `${formatShare(interval.low, 2)} to ${formatShare(interval.high, 2)}; so ${formatCount(people - (forward ?? 0))} come back, ${formatShare(back.low, 2)} to ${formatShare(back.high, 2)}.`
          : "Not known yet: the record ends before the horizon. Choose an earlier day or a shorter horizon."
    }
  ];
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Labels, scrollable">
    <table class="segment-table label-table">
      <caption class="visually-hidden">
        Labels with definition, people and share of churned
      </caption>
      <thead>
        <tr>
          <th scope="col">Label</th>
          <th scope="col">1, churned, is</th>
          <th scope="col" class="number">Of ${formatCount(people)} people</th>
          <th scope="col" class="number">Share</th>
          <th scope="col">95 % interval</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({name, meaning, positives, sure}) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${meaning}</td>
              <td class="number">${formatCount(positives)}</td>
              <td class="number">${formatShare(positives === null ? null : positives / people, 2)}</td>
              <td>${sure}</td>
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
}

/** Which of the labels gives the brief's share, at the end of the data; their shares alone for a shop that it does not speak of. */
export function briefSentence(
  {people, rule, recency}: LabelCounts,
  {asof, days}: Omit<Asked, "horizon">
): string {
  const [byRule, byCut] = [rule / people, recency / people];
  const counted = `At the end of the data, ${utc(asof)}, a plain cut at ${formatCount(days)} days calls ${formatShare(byCut)} of ${formatCount(people)} people churned, the brief’s own rule ${formatShare(byRule)}`;
  if (!inBrief) return `${counted}.`;
  const points = (share: number) => Math.abs(share - briefShare);
  const near = 0.01;
  if (points(byCut) <= near && points(byRule) > near)
    return `${counted}: the brief’s ${formatShare(briefShare)} comes from such a cut, not from the rule that it states.`;
  if (points(byRule) <= near)
    return `${counted}: the brief’s ${formatShare(briefShare)} is what its rule gives.`;
  return `${counted}: neither is the brief’s ${formatShare(briefShare)}, which is ${formatNumber(100 * points(byCut), 1)} points away from the cut and ${formatNumber(100 * points(byRule), 1)} from the rule.`;
}
