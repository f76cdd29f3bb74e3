/** The words for whom a campaign seeks out and what it wants of them, as its sentences use them. */
export interface CampaignWords {
  one: string;
  /** "a customer", "an order". */
  aOne: string;
  many: string;
  /** Whom it seeks out: ends "customers …" and "of the contacted …". */
  sought: string;
  /** The others: ends "where that customer …". */
  others: string;
  /** The same in few words, as headings. */
  short: {sought: string; others: string};
  /** What a part of those sought do when contacted: ends "10 % …". */
  effect: string;
  /** What must be possible for it to pay: ends "if at least 10 % of those …". */
  possible: string;
  /** The same of all of them: starts "… would pay for it". */
  toAll: string;
  /** What the value is the value of: starts "… is worth R$ 160". */
  gain: string;
  /** What it is worth where each has a value of its own: ends "… is worth". */
  own: string;
}

/** A campaign that keeps customers who would leave. */
export const leaving: CampaignWords = {
  one: "customer",
  aOne: "a customer",
  many: "customers",
  sought: "who would have left",
  others: "would have stayed anyway",
  short: {sought: "leaves", others: "stays"},
  effect: "stay because of it",
  possible: "can be kept",
  toAll: "keeping all of them",
  gain: "A customer who is kept",
  own: "what that customer has brought before"
};

/** A campaign that gets one more order out of customers who come back. */
export const returning: CampaignWords = {
  ...leaving,
  sought: "who would have come back",
  others: "would not have come back",
  short: {sought: "comes back", others: "does not"},
  effect: "order once more than they would have, because of it",
  possible: "order once more because of it",
  toAll: "one more order of each of them",
  gain: "One more order"
};

/** A rush that makes orders punctual which would come late. */
export const arrivingLate: CampaignWords = {
  one: "order",
  aOne: "an order",
  many: "orders",
  sought: "that would have come late",
  others: "would have come in time anyway",
  short: {sought: "comes late", others: "in time"},
  effect: "come in time because of it",
  possible: "can be made punctual",
  toAll: "making all of them punctual",
  gain: "An order that comes in time after all",
  own: "its price"
};
