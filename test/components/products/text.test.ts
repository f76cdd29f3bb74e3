// @vitest-environment jsdom
import {expect, it} from "vitest";
import {dayCounts} from "../../../lib/delivery/dayCounts.js";
import {deliveryView} from "../../../lib/delivery/deliveryView.js";
import {promisesOf} from "../../../lib/delivery/promises.js";
import {stagedOrders} from "../../../lib/delivery/stages.js";
import {delayBins} from "../../../lib/scores/delayBins.js";
import {scoreView} from "../../../lib/scores/scoreView.js";
import {counted} from "../../../src/components/products/counted.js";
import {extremes} from "../../../src/components/products/extremes.js";
import {stagedText, timeText} from "../../../src/components/products/operations/journeyCharts.js";
import {
  flatText,
  operationsAnswer,
  operationsCounted
} from "../../../src/components/products/operations/text.js";
import {binText} from "../../../src/components/products/scores/delay.js";
import {
  endsText,
  scoresAnswer,
  scoresCounted,
  starsText
} from "../../../src/components/products/scores/text.js";
import {journeysFrom, valueOf} from "../../lib/journeys/support.js";

const orders = [
  {day: "2018-01-01", delivery: 12, score: 1, reviews: 2},
  {day: "2018-01-02", delivery: 8, score: 5},
  {day: "2018-01-03", delivery: 9, score: 5, stages: [60, -5, 10]},
  {day: "2018-01-03", status: "shipped", delivery: null},
  {day: "2018-06-01", delivery: 3}
] as const;
const journeys = journeysFrom(orders);
const period = {from: "2018-01", to: "2018-12", state: "all"};
const viewOf = (lost: boolean) => valueOf(deliveryView(journeys, {...period, category: "all", lost}));

it("says how promises were kept, and which orders count", () => {
  expect(operationsAnswer(viewOf(false))).toMatch(
    /^66\.7\s% \(95 % interval 20\.8\s% to 93\.9\s%\) of 3 delivered orders came by the promised day: promises were 10\.0 days on average, half of the orders came within 9 days\.$/
  );
  expect(operationsAnswer(viewOf(true))).toMatch(/^50\.0\s% .* of 4 orders that were not cancelled/);
  expect(operationsCounted(viewOf(false))).toBe(
    "Of 5 orders, 4 were delivered and have a delivery date. The others: 1 neither delivered nor cancelled (which the switch above counts as late), 0 cancelled or unavailable, 0 without a delivery date or a promised day. Promises are not judged by the 1 order bought within 45 days of the end of the data, 4 Jun 2018: only the fast ones among them are known."
  );
  expect(stagedText(viewOf(false), stagedOrders(viewOf(false)))).toBe(
    "The stages of 3 of 4 delivered orders count; left out: 1 handed to the carrier before the approval."
  );
});

it("says what a flat promise keeps, and when no number of days will do", () => {
  const promises = promisesOf(journeys, viewOf(false).judged);
  expect(flatText(promises, 9, 0.6)).toMatch(
    /kept for 66\.7\s% .*To keep 60\s% of promises, it takes 9 days/
  );
  expect(flatText({...promises, taken: dayCounts([1, NaN])}, 1, 0.95)).toMatch(
    /more than 45 days are needed\.$/
  );
});

it("says what customers give, and which reviews count", () => {
  const view = valueOf(scoreView(journeys, {...period, category: "all", by: "purchase", least: 10}));
  expect(scoresAnswer(view)).toMatch(/^Customers give 3\.67 of 5 stars .* late ones 1\.00\.$/);
  expect(scoresCounted(view)).toBe(
    "Of 5 orders, 3 count; 2 have no review. An order’s latest review counts; 1 order has more than one."
  );
});

it("names stretches of delay, times and numbers", () => {
  expect(delayBins.map(binText)).toEqual([
    ...["21 or more days early", "14 to 20 days early", "10 to 13 days early", "7 to 9 days early"],
    ...["3 to 6 days early", "1 to 2 days early", "On the promised day", "1 to 3 days late"],
    ...["4 to 7 days late", "8 to 14 days late", "15 or more days late"]
  ]);
  expect([timeText(0.0139), timeText(7.11)]).toEqual(["0.3 hours", "7.1 days"]);
  expect([counted(1, "state", "states"), counted(2, "state", "states")]).toEqual(["1 state", "2 states"]);
  expect(endsText({low: 4, high: 4.1}, starsText)).toBe(" (95 % interval 4.00 to 4.10)");
});

it("shows both ends of a long ranking", () => {
  const dot = (label: string) => ({label, value: 1, low: 1, high: 1, text: "", about: ""});
  const rows = Array.from({length: 40}, (_, i) => dot(String(i)));
  expect(extremes(rows).map(({label}) => label)).toEqual([
    ...rows.slice(0, 10).map(({label}) => label),
    "⋯",
    ...rows.slice(30).map(({label}) => label)
  ]);
  expect(extremes(rows.slice(0, 28))).toHaveLength(28);
});
