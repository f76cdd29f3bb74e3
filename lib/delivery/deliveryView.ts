import {isCancelled} from "../journeys/isCancelled.js";
import type {Journeys} from "../journeys/journeys.js";
import {monthDay, writtenMonth} from "../journeys/monthNumber.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {DeliveryChoice} from "./deliveryParameters.js";
import {ripeDays} from "./deliveryParameters.js";
import {placeWord} from "../shop.js";

/** Orders by what became of them; each stands in one place. */
export interface DeliveryView {
  journeys: Journeys;
  /** Delivered with a date and a promised day. */
  delivered: Int32Array;
  /** Neither delivered nor cancelled. */
  lost: Int32Array;
  cancelled: number;
  /** Neither cancelled nor in one of the lists: without a delivery date or a promised day. */
  undated: number;
  /** What promises are judged on: old enough, and delivered, or all that should have been where lost ones count. */
  judged: Int32Array;
  /** Of those that promises could be judged on, how many are too recent. */
  recent: number;
  /** Whether lost orders count as promises broken. */
  countLost: boolean;
  /** The last day that anything is known of. */
  end: number;
}

/** The last day of a purchase or a delivery. */
function lastDay({day, delivery}: Journeys): number {
  let end = -Infinity;
  for (let row = 0; row < day.length; row++) {
    const at = day[row] + (delivery[row] > 0 ? delivery[row] : 0);
    if (at > end) end = at;
  }
  return end;
}

type Asked = Pick<DeliveryChoice, "from" | "to" | "state" | "category" | "lost">;

/** The orders that a reader asks about, by what became of them; a sentence where none was delivered. */
export function deliveryView(journeys: Journeys, asked: Asked): Result<DeliveryView> {
  const {day, state, category, status, late, promised} = journeys;
  const [from, to] = [asked.from, asked.to].map(writtenMonth).sort((a, b) => a - b);
  const [start, until] = [monthDay(from), monthDay(to + 1)];
  const code = (name: string, names: readonly string[]) => (name === "all" ? -1 : names.indexOf(name));
  const wanted = {state: code(asked.state, state.names), category: code(asked.category, category.names)};
  if (asked.category !== "all" && wanted.category < 0)
    return fail("category", `No order is of the category “${asked.category}”: choose another one.`);
  const end = lastDay(journeys);
  const lists: Record<"delivered" | "lost" | "judged", number[]> = {delivered: [], lost: [], judged: []};
  let [cancelled, undated, recent] = [0, 0, 0];
  for (let row = 0; row < day.length; row++) {
    if (day[row] < start || day[row] >= until) continue;
    if (asked.state !== "all" && state.codes[row] !== wanted.state) continue;
    if (asked.category !== "all" && category.codes[row] !== wanted.category) continue;
    const name = status.names[status.codes[row]];
    const dated = !Number.isNaN(late[row]);
    const lost = !dated && !isCancelled(name) && name !== "delivered" && !Number.isNaN(promised[row]);
    if (dated) lists.delivered.push(row);
    else if (lost) lists.lost.push(row);
    else if (isCancelled(name)) cancelled++;
    else undated++;
    if (!dated && !(lost && asked.lost)) continue;
    if (day[row] > end - ripeDays) recent++;
    else lists.judged.push(row);
  }
  if (lists.delivered.length === 0)
    return fail(
      "nothing",
      `No order in this selection was delivered: widen the period or choose another ${placeWord.one} or category.`
    );
  return ok({
    ...{journeys, cancelled, undated, recent, end, countLost: asked.lost},
    delivered: Int32Array.from(lists.delivered),
    lost: Int32Array.from(lists.lost),
    judged: Int32Array.from(lists.judged)
  });
}
