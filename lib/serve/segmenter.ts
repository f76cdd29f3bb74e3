import type {SegmentName} from "../rfm/segments.js";
import {segmentAdvice, segmentOf} from "../rfm/segments.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {keyNames, missingField, unknownField} from "./customerRow.js";
import {numberIn, refusal} from "./customerValue.js";
import type {CustomerField} from "./field.js";

/** Where the scores of a shop's customers part, as of a day. */
export interface SegmentCuts {
  /** ISO local time, exclusive. */
  cutoff: string;
  /** Most days since the last order with a recency score of at least 2, 3, 4 and 5; -1 where nobody has it. */
  recency: number[];
  /** Least orders and spend (in cents) with a score of at least 2, 3, 4 and 5 for both; null where nobody has it. */
  spend: ([orders: number, cents: number] | null)[];
}

/** A customer's scores, 1 to 5, and segment at the published cut points. */
export interface CustomerSegment {
  segment: SegmentName;
  /** Recency, 5 for the most recent. */
  r: number;
  /** Orders first, then spend. */
  fm: number;
  /** What to do with the segment. */
  action: string;
  cutoff: string;
}

/** What RFM looks at; money in the shop's currency. */
export const segmentFields: readonly CustomerField[] = ["recency_days", "frequency", "monetary_cents"].map(
  (name) => ({name, kind: "integer", used: true})
);

const scores = [2, 3, 4, 5];

/**
 * The cut points of customers who have their scores.
 * @param customers a row per customer of the mart `segments`
 * @example segmentCuts([{recency_days: 3, frequency: 1, monetary_cents: 900, r: 3, fm: 3}], "2018-08-30T00:00:00").recency => [3, 3, -1, -1]
 */
export function segmentCuts(
  customers: readonly Readonly<
    Record<"recency_days" | "frequency" | "monetary_cents" | "r" | "fm", number>
  >[],
  cutoff: string
): SegmentCuts {
  const recency = scores.map((score) =>
    customers.reduce((most, one) => (one.r >= score ? Math.max(most, one.recency_days) : most), -1)
  );
  const spend = scores.map((score) =>
    customers.reduce<[number, number] | null>((least, {fm, frequency, monetary_cents: cents}) => {
      if (fm < score) return least;
      return least === null || frequency < least[0] || (frequency === least[0] && cents < least[1])
        ? [frequency, cents]
        : least;
    }, null)
  );
  return {cutoff, recency, spend};
}

/**
 * Puts a customer into one of the eight RFM segments by published cut points. Fails with a sentence for what is no customer.
 * @example segmenter(cuts)({recency_days: 3, frequency: 1, monetary_cents: 900}).value.segment => "Loyal Customers", for the cuts of `segmentCuts`
 */
export function segmenter({
  cutoff,
  recency,
  spend
}: SegmentCuts): (customer: unknown) => Result<CustomerSegment> {
  const names = segmentFields.map(({name}) => name);
  return (customer) => {
    if (typeof customer !== "object" || customer === null || Array.isArray(customer))
      return fail(
        "customer",
        'A customer is an object such as {"recency_days": 30, "frequency": 1, "monetary_cents": 12990}.'
      );
    for (const name of Object.keys(customer))
      if (!names.includes(name) && !keyNames.includes(name))
        return fail("unknown", unknownField(name, names));
    const values: number[] = [];
    for (const field of segmentFields) {
      const value: unknown = (customer as Record<string, unknown>)[field.name];
      if (value === undefined || value === null)
        return fail("missing", missingField(field).replace(", or null where it is not known", ""));
      const number = numberIn(field, value);
      if (number === undefined || !(number >= 0))
        return fail("type", refusal(field, value).replace(" or null", " of 0 or more"));
      values.push(number);
    }
    const [days, orders, cents] = values;
    const r = 1 + recency.filter((most) => days <= most).length;
    const fm =
      1 +
      spend.filter((least) => least && (orders > least[0] || (orders === least[0] && cents >= least[1])))
        .length;
    const segment = segmentOf(r, fm);
    return ok({segment, r, fm, action: segmentAdvice[segment].action, cutoff});
  };
}
