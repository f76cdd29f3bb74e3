import {html} from "npm:htl";
import {formatCount, formatNumber, formatRate, formatTyped} from "../../../lib/format.js";
import type {Result} from "../../../lib/result.js";
import type {SecondOrders} from "../../../lib/retention/secondOrder.js";
import {firstOrderCovariates} from "../../../lib/retention/secondOrder.js";
import {byGroup} from "../../../lib/survival/byGroup.js";
import {cumulativeIncidence} from "../../../lib/survival/cumulativeIncidence.js";
import {kaplanMeier} from "../../../lib/survival/kaplanMeier.js";
import {logRank} from "../../../lib/survival/logRank.js";
import type {LogRankWeights} from "../../../lib/survival/logRankWeights.js";
import {nelsonAalen} from "../../../lib/survival/nelsonAalen.js";
import {numberAtRisk} from "../../../lib/survival/numberAtRisk.js";
import type {CoxAnswer} from "../../../workers/customers.worker.js";
import {chart} from "../../chart.js";
import type {BandPoint} from "../../charts/bandLines.js";
import {bandLines} from "../../charts/bandLines.js";
import {effectForest} from "../../charts/effectForest.js";
import {askCustomers} from "../worker.js";
import {testNames} from "./inputs.js";
import {coxText, logRankText, pText, shareBy} from "./text.js";

const atRiskColumns = 6;
const days = (value: number) => formatCount(value);

const counted =
  ({events}: SecondOrders) =>
  () =>
    `${formatCount(events.length)} customers, ${formatCount(events.reduce((sum, event) => sum + event, 0))} second orders`;

/** The share that has ordered again by each day, by group, with the number at risk under it. */
export function incidenceChart(found: SecondOrders): HTMLElement {
  const {durations, events, groups, horizon} = found;
  const parts = byGroup(durations, events, groups).filter((part) => part.durations.length > 0);
  const curves = parts.map((part) => ({...part, curve: kaplanMeier(part.durations, part.events)}));
  const points: BandPoint[] = curves.flatMap(({name, curve}) =>
    cumulativeIncidence(curve)
      .filter(({time}) => time <= horizon)
      .map(({time, share, low, high}) => ({line: name, x: time, y: share, low, high}))
  );
  const best = curves
    .map(({name, curve}) => ({name, at: shareBy(curve, horizon)}))
    .filter(({at}) => at !== null)
    .sort((a, b) => (b.at?.share ?? 0) - (a.at?.share ?? 0));
  return html`<div>
    ${chart({
      name: "second-order",
      title:
        best.length === 0
          ? "Share with a second order"
          : best.length === 1
            ? `By day ${horizon}, ${formatRate(best[0].at?.share)} have ordered again`
            : `By day ${horizon}, the share that has ordered again is highest for ${best[0].name}: ${formatRate(best[0].at?.share)}`,
      note: `One minus the Kaplan-Meier estimate for the days from the first order to the second. Customers without a second order are censored when the data end. Shaded: 95 % interval (Greenwood, log-log).`,
      data: points,
      counted: counted(found),
      empty: "Nobody is left in this selection.",
      columns: {
        line: {label: "Group"},
        x: {label: "Day"},
        y: {label: "Ordered again", format: formatRate},
        low: {label: "From", format: formatRate},
        high: {label: "To", format: formatRate}
      },
      render: (rows, {width}) =>
        bandLines(rows, {
          ...{width, x: "Days since the first order", y: "Ordered again"},
          ...{format: formatRate, formatX: days, stepped: true}
        })
    })}
    ${atRiskTable(parts, horizon)}
  </div>`;
}

function atRiskTable(
  parts: readonly {name: string; durations: Float64Array}[],
  horizon: number
): HTMLElement {
  const times = Array.from({length: atRiskColumns + 1}, (_, i) => Math.round((i * horizon) / atRiskColumns));
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Number at risk, scrollable">
    <table class="plain-table">
      <caption>
        Number at risk: customers still observed on that day who had not ordered again before it
      </caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          ${times.map((time) => html`<th scope="col" class="number">${formatCount(time)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${parts.map(
          ({name, durations}) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${[...numberAtRisk(durations, times)].map((count) => html`<td class="number">${formatCount(count)}</td>`)}
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
}

/** Whether the groups differ; nothing where there is one. */
export function comparison({durations, events, groups}: SecondOrders, weights: LogRankWeights): HTMLElement {
  if (groups.names.length < 2)
    return html`<p>
      Choose what to compare by: a log-rank test then shows whether the groups order again at different paces.
    </p>`;
  const test = logRank(durations, events, groups, weights);
  return html`<p>${test.ok ? logRankText(test.value, testNames[weights]) : test.message}</p>`;
}

/** The cumulative hazard by group. */
export function hazardChart(found: SecondOrders): HTMLElement {
  const {durations, events, groups, horizon} = found;
  const points: BandPoint[] = byGroup(durations, events, groups).flatMap(({name, ...part}) =>
    nelsonAalen(part.durations, part.events)
      .filter(({time}) => time <= horizon)
      .map(({time, hazard, low, high}) => ({line: name, x: time, y: hazard, low, high}))
  );
  const all = nelsonAalen(durations, events);
  const upTo = (day: number) => all.filter(({time}) => time <= day).at(-1)?.hazard ?? 0;
  const early = upTo(30);
  const whole = upTo(horizon);
  return chart({
    name: "second-order-hazard",
    title:
      whole > 0
        ? `${formatRate(early / whole)} of the cumulative hazard over ${formatCount(horizon)} days falls in the first 30`
        : "The hazard of a second order",
    note: "Nelson-Aalen estimate of the cumulative hazard of a second order: the steeper the line, the faster customers who have not yet ordered again do so. Shaded: 95 % interval; the share in the title has none.",
    data: points,
    counted: counted(found),
    empty: "Nobody has ordered a second time.",
    columns: {
      line: {label: "Group"},
      x: {label: "Day"},
      y: {label: "Cumulative hazard", format: (value: number) => formatNumber(value, 5)},
      low: {label: "From", format: (value: number) => formatNumber(value, 5)},
      high: {label: "To", format: (value: number) => formatNumber(value, 5)}
    },
    render: (rows, {width}) =>
      bandLines(rows, {
        ...{width, x: "Days since the first order", y: "Cumulative hazard"},
        ...{format: (value: number) => formatNumber(value, 3), formatX: days, stepped: true}
      })
  });
}

/** A Cox model of the time to the second order, fitted in the worker. */
export const coxOf = (found: SecondOrders, signal: AbortSignal): Promise<Result<CoxAnswer>> =>
  askCustomers((worker) => worker.cox(found.durations, found.events, firstOrderCovariates(found)), {signal});

const ratio = (value: number) => formatNumber(value, 2);

/** Hazard ratios of what is known of the first order. */
export function coxPart({model, proportional}: CoxAnswer): HTMLElement {
  const rows = model.coefficients.flatMap(({name, hazardRatio, low, high, p}, i) =>
    hazardRatio === null
      ? []
      : [{covariate: name, hazardRatio, low, high, p, proportional: proportional ? proportional[i] : null}]
  );
  const told = rows
    .filter(({p}) => p < 0.05)
    .sort((a, b) => Math.abs(Math.log(b.hazardRatio)) - Math.abs(Math.log(a.hazardRatio)));
  const changing = rows.filter(({proportional: p}) => p !== null && p < 0.05).map(({covariate}) => covariate);
  return html`<div>
    <p>${coxText(model)}</p>
    ${chart({
      name: "second-order-cox",
      title: told.length
        ? `${told[0].covariate}: hazard ratio ${ratio(told[0].hazardRatio)} for a second order`
        : `No hazard ratio differs from 1 at p < ${formatTyped(0.05)}`,
      note: `Hazard ratios of a Cox model with 95 % intervals (Wald; Efron’s method for ties), each with the other covariates held constant; 1 means no difference. These are associations, not causes. ${
        changing.length
          ? `These ratios change over time (scaled Schoenfeld residuals, p < ${formatTyped(0.05)}), so each is an average: ${changing.join("; ")}.`
          : proportional
            ? `No ratio shows a change over time (scaled Schoenfeld residuals, p < ${formatTyped(0.05)}).`
            : "Whether the ratios change over time could not be tested."
      }`,
      data: rows,
      counted: () => `${formatCount(model.rows)} customers`,
      empty: "There is no covariate that differs between customers.",
      columns: {
        covariate: {label: "Covariate of the first order"},
        hazardRatio: {label: "Hazard ratio", format: ratio},
        low: {label: "From", format: ratio},
        high: {label: "To", format: ratio},
        p: {label: "p", format: (p: number) => pText(p)},
        proportional: {
          label: "p for change over time",
          format: (p: number | null) => (p === null ? "–" : pText(p))
        }
      },
      render: (shown, {width}) =>
        effectForest(
          shown.map(({covariate, hazardRatio, low, high}) => ({
            effect: covariate,
            value: Math.log(hazardRatio),
            low: low === null ? null : Math.log(low),
            high: high === null ? null : Math.log(high)
          })),
          {width, format: (value) => ratio(Math.exp(value))}
        )
    })}
  </div>`;
}
