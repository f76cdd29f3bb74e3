import {midnightOf} from "../../../lib/days.js";
import {html} from "npm:htl";
import {formatCount, formatDay, formatNumber, formatShare} from "../../../lib/format.js";
import type {EncodingCheck} from "../../../lib/pipeline/leakage/encodingCheck.js";
import {chart} from "../../chart.js";
import {metricForest} from "../../charts/metricForest.js";
import {pageHref} from "../../links.js";
import type {EventsAround} from "../../../lib/lab/leakage/events.js";
import {estimateText, three} from "./text.js";

/** The test that proves the statement; another test proves that it is there. */
export const timeTravelTest = {
  file: "test/lib/features/real.test.ts",
  name: "do not know what happens at the cutoff or later"
};

/** What the files know of a day's future, and that the features do not. */
export function eventsText(events: EventsAround): HTMLElement {
  const day = formatDay(midnightOf(events.asof));
  const {orders, approved, delivered, reviewed, later, voided} = events;
  return html`<p>
      On ${day} the shop had ${formatCount(orders)} orders that count. The files, which were saved later, also
      know of ${formatCount(later)} orders placed since, and how the earlier ones went on:
      ${formatCount(delivered)} were delivered, ${formatCount(reviewed)} reviewed and ${formatCount(approved)}
      approved only on that day or after it. A feature that used any of this would be looking ahead, so what
      was not known yet is missing. One small look ahead remains by default: ${formatCount(voided)} orders
      placed earlier are left out (${formatShare(voided / (orders + voided), 2)}), most because they ended
      canceled or unavailable, and the files do not say when; “strict” on the
      <a href=${pageHref("train")}>training page</a> goes by approvals instead.
    </p>
    <p>
      That no feature looks ahead is tested, not promised: <code>${timeTravelTest.file}</code> deletes every
      event at or after the cutoff from the real files, works out all features anew and finds no value changed
      (“${timeTravelTest.name}”), with the strict setting and without.
    </p>`;
}

/** What a rate by city seems to know of labels that nobody can know. */
export function encodingChart({rows, positives, cities, inFold, outOfFold}: EncodingCheck): HTMLElement {
  const half = outOfFold.interval && outOfFold.interval.low <= 0.5 && outOfFold.interval.high >= 0.5;
  return chart({
    name: "leakage-encoding",
    title: `On shuffled labels the churn rate by city scores ${three(inFold.value)} when it counts the row's own label, ${three(outOfFold.value)} out of fold`,
    note: `The rule labels of all customers, shuffled (seeded), so that nothing can predict them; ROC-AUC of city_churn_rate alone with 95 % bootstrap interval. Out of fold (5 folds) the interval ${half ? "holds" : "leaves out"} ${formatNumber(0.5, 1)}: ${estimateText(outOfFold)}. ${formatCount(cities)} cities, ${formatCount(positives)} churned.`,
    data: [
      {model: "Own label counted", family: "none", ...flat(inFold)},
      {model: "Out of fold", family: "none", ...flat(outOfFold)}
    ],
    counted: () => `${formatCount(rows)} customers`,
    render: (drawn, {width}) =>
      metricForest(drawn, {width, label: "ROC-AUC of city_churn_rate alone", baseline: 0.5, format: three})
  });
}

const flat = ({value, interval}: EncodingCheck["inFold"]) => ({
  value,
  low: interval?.low ?? null,
  high: interval?.high ?? null
});
