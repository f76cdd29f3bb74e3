import {rfmScores} from "../rfm/score.js";
import type {SegmentName} from "../rfm/segments.js";
import {segmentOf} from "../rfm/segments.js";
import type {Purchases} from "./purchases.js";
import {selectPurchases, startsOf} from "./purchases.js";

/** The RFM segment of each customer with a delivered order before a day, by the customer's key. */
export function segmentsAt(all: Purchases, day: number): Map<number, SegmentName> {
  const purchases = selectPurchases(all, {delivered: true, mergeDays: false, before: day});
  const starts = startsOf(purchases.person);
  const inputs = Array.from({length: starts.length - 1}, (_, i) => {
    const last = starts[i + 1] - 1;
    let monetary = 0;
    for (let row = starts[i]; row <= last; row++) monetary += purchases.price[row];
    return {recencyDays: day - 1 - purchases.day[last], frequency: last - starts[i] + 1, monetary};
  });
  return new Map(rfmScores(inputs).map(({r, fm}, i) => [purchases.person[starts[i]], segmentOf(r, fm)]));
}
