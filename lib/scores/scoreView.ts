import type {Journeys} from "../journeys/journeys.js";
import {monthNumber, writtenMonth} from "../journeys/monthNumber.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {StateValues} from "../state/parameter.js";
import {choice, integer, text} from "../state/parameters.js";
import type {Span} from "../state/shared.js";
import {sharedParameters} from "../state/shared.js";
import {placeWord} from "../shop.js";

/** Which day a review belongs to: that of the purchase, or that of the survey that asked for it. */
export const scoreDates = ["purchase", "survey"] as const;
export type ScoreDate = (typeof scoreDates)[number];

/** What a reader chooses on the page Review scores, as it stands in the address. */
export function scoreParameters(span: Span) {
  const {from, to, state} = sharedParameters(span);
  return {
    ...{from, to, state},
    category: text("all", {max: 80}),
    by: choice("purchase", scoreDates),
    least: integer(50, {min: 10, max: 5000})
  };
}

export type ScoreChoice = StateValues<ReturnType<typeof scoreParameters>>;

/** Orders whose latest review counts, and those that are left out by reason. */
export interface ScoreView {
  journeys: Journeys;
  rows: Int32Array;
  /** The day that each of the rows belongs to. */
  days: Int32Array;
  by: ScoreDate;
  least: number;
  /** Orders of the chosen state and category, with and without review. */
  orders: number;
  unreviewed: number;
  /** Reviews without the day of their survey, where that decides. */
  undated: number;
  outside: number;
  /** Orders among the rows with several reviews. */
  several: number;
}

/** The reviews that a reader asks about; a sentence where there are none. */
export function scoreView(journeys: Journeys, asked: ScoreChoice): Result<ScoreView> {
  const {day, survey, score, state, category, reviews} = journeys;
  const [from, to] = [writtenMonth(asked.from), writtenMonth(asked.to)].sort((a, b) => a - b);
  const wanted = asked.state === "all" ? -1 : state.names.indexOf(asked.state);
  const kind = asked.category === "all" ? -1 : category.names.indexOf(asked.category);
  if (asked.category !== "all" && kind < 0)
    return fail("category", `No order is of the category “${asked.category}”: choose another one.`);
  const [rows, days]: number[][] = [[], []];
  const out = {orders: 0, unreviewed: 0, undated: 0, outside: 0, several: 0};
  const monthOf = new Map<number, number>();
  for (let row = 0; row < day.length; row++) {
    if (asked.state !== "all" && state.codes[row] !== wanted) continue;
    if (kind >= 0 && category.codes[row] !== kind) continue;
    out.orders++;
    if (Number.isNaN(score[row])) {
      out.unreviewed++;
      continue;
    }
    const at = asked.by === "survey" ? day[row] + survey[row] : day[row];
    if (Number.isNaN(at)) {
      out.undated++;
      continue;
    }
    const month = monthOf.get(at) ?? monthNumber(at);
    monthOf.set(at, month);
    if (month < from || month > to) {
      out.outside++;
      continue;
    }
    if (reviews[row] > 1) out.several++;
    rows.push(row);
    days.push(at);
  }
  if (out.orders > 0 && out.orders === out.unreviewed)
    return fail(
      "no-reviews",
      `No order has a review: this page needs the file of reviews, or another ${placeWord.one} or category where the shop has one.`
    );
  if (rows.length === 0)
    return fail(
      "nothing",
      `No review is in this selection: widen the period or choose another ${placeWord.one} or category.`
    );
  const {by, least} = asked;
  return ok({journeys, rows: Int32Array.from(rows), days: Int32Array.from(days), by, least, ...out});
}
