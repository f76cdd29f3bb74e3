import type {KeptShare} from "./dayCounts.js";
import {keptShare} from "./dayCounts.js";
import type {DeliveryView} from "./deliveryView.js";

/** Every promise moved by some days. */
export interface PromiseShift extends KeptShare {
  /** Below 0 where promises are shorter. */
  days: number;
}

/** By how many days promises are moved at most, shorter and longer. */
export const [shortest, longest] = [-15, 7];

/** The share kept had every promise been some days shorter or longer, deliveries being as they were. */
export function promiseShifts({journeys: {delivery, promised}, judged}: DeliveryView): PromiseShift[] {
  const kept = new Int32Array(longest - shortest + 1);
  for (const row of judged) {
    const needed = Math.max(shortest, delivery[row] - promised[row]);
    if (needed <= longest) kept[needed - shortest]++;
  }
  let sum = 0;
  return Array.from(kept, (count, i) => {
    sum += count;
    return {days: shortest + i, ...keptShare(sum, judged.length)};
  });
}
