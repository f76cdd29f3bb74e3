import {html} from "npm:htl";
import type {StageGrouping} from "../../../lib/delivery/deliveryParameters.js";
import type {DeliveryView} from "../../../lib/delivery/deliveryView.js";
import type {PromiseCheck} from "../../../lib/delivery/promiseCheck.js";
import {promisesOf} from "../../../lib/delivery/promises.js";
import {stagedOrders} from "../../../lib/delivery/stages.js";
import {monthAt, onPick, stateRow} from "../../pick.js";
import {stageCurves, stagedText, stagesChart} from "./journeyCharts.js";
import {keptMonthsChart, keptStatesChart} from "./keptCharts.js";
import {flatChart, shiftChart} from "./promiseCharts.js";
import {bottleneckChart, lateSellersChart} from "./bottlenecks.js";
import {checkChart, checkStatesChart, sameShareChart} from "./stateCharts.js";
import {checkText, flatText, operationsAnswer, operationsCounted} from "./text.js";

const pair = (one: HTMLElement, other: HTMLElement): HTMLElement =>
  html`<div class="grid grid-cols-2">${one}${other}</div>`;

/** The page's answer. */
export const answerPart = (orders: DeliveryView): HTMLElement =>
  html`<p class="answer">${operationsAnswer(orders)}</p>`;

/** Which orders are counted. */
export const countedPart = (orders: DeliveryView): HTMLElement => html`<p>${operationsCounted(orders)}</p>`;

/** What could be promised: to every order the same, or to each a little less or more. */
export function promisePart(
  orders: DeliveryView,
  {days, target}: {days: number; target: number}
): HTMLElement {
  const promises = promisesOf(orders.journeys, orders.judged);
  return html`<div>
    <p>${flatText(promises, days, target)}</p>
    ${pair(flatChart(promises, days), shiftChart(orders))}
  </div>`;
}

/** How a promise by state that was learnt earlier fared later. */
export const checkPart = (check: PromiseCheck): HTMLElement =>
  html`<div>
    <p>${checkText(check)}</p>
    ${checkChart(check)} ${checkStatesChart(check)}
  </div>`;

/** What choosing a month, a state or a category on a chart does. */
export type Picks = Readonly<Record<"month" | "state" | "category", (value: string) => void>>;

/** Which promises were kept, by month and state. */
export const keptPart = (orders: DeliveryView, {month, state}: Picks): HTMLElement =>
  html`<div>
    ${onPick(keptMonthsChart(orders), monthAt, month)} ${onPick(keptStatesChart(orders), stateRow, state)}
  </div>`;

/** Has a chart of stages choose its groups, where these are what the page can be narrowed to. */
function stagesPicked(figure: HTMLElement, by: StageGrouping, picks: Picks): HTMLElement {
  if (by === "state") return onPick(figure, stateRow, picks.state);
  if (by === "month" || by === "category") return onPick(figure, (_, label) => String(label), picks[by]);
  return figure;
}

/** How long the stages take. */
export function stagesPart(orders: DeliveryView): HTMLElement {
  const staged = stagedOrders(orders);
  return html`<div>
    <p>${stagedText(orders, staged)}</p>
    ${pair(stagesChart(orders, staged), stageCurves(orders, staged))}
  </div>`;
}

/** Orders with what their sellers are called. */
type Named = readonly [orders: DeliveryView, nameOf: (key: number | string) => string];

/** What one promise per place would be; a row of it narrows the page. */
export const statesPart = (orders: DeliveryView, target: number, picks: Picks): HTMLElement =>
  onPick(sameShareChart(orders, target), stateRow, picks.state);

/** Which groups the stages take longest for; a row of it narrows the page where the page has that choice. */
export const bottlenecksPart = (
  [orders, nameOf]: Named,
  chosen: {by: StageGrouping; least: number},
  picks: Picks
): HTMLElement => stagesPicked(bottleneckChart(orders, chosen, nameOf), chosen.by, picks);

/** Who hands over late. */
export const lateSellersPart = ([orders, nameOf]: Named, least: number): HTMLElement =>
  lateSellersChart(orders, least, nameOf);
