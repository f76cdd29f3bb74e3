/** The eight segments, from the best customers to the ones long gone. */
export const segmentNames = [
  "Champions",
  "Loyal Customers",
  "Potential Loyalists",
  "New Customers",
  "At Risk",
  "Can't Lose Them",
  "Hibernating",
  "Lost Customers"
] as const;

export type SegmentName = (typeof segmentNames)[number];

const [champions, loyal, potential, fresh, atRisk, cantLose, hibernating, lost] = segmentNames;

/** Rows: recency score 1 to 5. Columns: score of frequency, then spend, 1 to 5. After Putler's RFM map. */
export const segmentMap: readonly (readonly SegmentName[])[] = [
  [lost, lost, atRisk, atRisk, cantLose],
  [hibernating, hibernating, atRisk, atRisk, cantLose],
  [potential, potential, loyal, loyal, loyal],
  [fresh, potential, potential, champions, champions],
  [fresh, potential, potential, champions, champions]
];

/**
 * The segment of a customer with a recency score and a frequency-then-spend score, both whole from 1 to 5.
 * Every one of the 25 cells has exactly one name. Throws a RangeError for any other score.
 * @example segmentOf(5, 1) => "New Customers"
 * @example segmentOf(1, 5) => "Can't Lose Them"
 */
export function segmentOf(recencyScore: number, spendScore: number): SegmentName {
  const name = segmentMap[recencyScore - 1]?.[spendScore - 1];
  if (name === undefined) throw new RangeError(`scores outside 1 to 5: ${recencyScore}, ${spendScore}`);
  return name;
}

/** Who is in a segment and what to do with them. */
export const segmentAdvice: Readonly<Record<SegmentName, {who: string; action: string}>> = {
  Champions: {
    who: "Bought lately and belong to the top 40 % by frequency, then spend.",
    action: "Thank them, show new arrivals first, ask for a review; no discount is needed."
  },
  "Loyal Customers": {
    who: "Bought some time ago and spend at least the middle amount.",
    action: "Offer what goes with their last purchase before they cool down."
  },
  "Potential Loyalists": {
    who: "Bought fairly lately, with small or middling spend.",
    action: "Make the second order easy: free freight on it, reminders by category."
  },
  "New Customers": {
    who: "Bought lately, one of the smallest tickets.",
    action: "Welcome them, make sure the first delivery goes well, suggest one next step."
  },
  "At Risk": {
    who: "Spent a middling to good amount, but long ago.",
    action: "Win back with a personal offer in their category while they still remember the shop."
  },
  "Can't Lose Them": {
    who: "Among the top 20 % by frequency, then spend, but long gone.",
    action: "Spend the most effort here: a call or a strong offer, and ask what went wrong."
  },
  Hibernating: {
    who: "Small spend, a long while ago.",
    action: "Include in seasonal campaigns only; keep the cost per contact low."
  },
  "Lost Customers": {
    who: "Small spend, the longest ago.",
    action: "Stop paying to reach them; keep the address for the yearly sale."
  }
};
