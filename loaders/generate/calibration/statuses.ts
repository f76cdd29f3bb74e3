/** An order's status, by the word of the files. */
export type Status =
  "delivered" | "shipped" | "canceled" | "unavailable" | "invoiced" | "processing" | "created" | "approved";

/** How far an order got. */
export interface Kind {
  status: Status;
  items: boolean;
  approved: boolean;
  handedOver: boolean;
  delivered: boolean;
}

const kind = (status: Status, stages: string): Kind => ({
  status,
  items: stages.includes("i"),
  approved: stages.includes("a"),
  handedOver: stages.includes("h"),
  delivered: stages.includes("d")
});

/** What most orders are. */
export const delivered = kind("delivered", "iahd");

/** What an order placed after the shop's last delivery is. */
export const abandoned = kind("canceled", "");

/**
 * The other kinds and their orders at scale 1: i has items, a was approved, h was handed to the carrier,
 * d was delivered. The 20 orders after August 2018 come on top of the abandoned.
 */
export const otherKinds: readonly (readonly [Kind, number])[] = [
  [kind("shipped", "iah"), 1106],
  [kind("shipped", "ah"), 1],
  [kind("canceled", "ia"), 386],
  [abandoned, 121],
  [kind("canceled", "iah"), 69],
  [kind("canceled", "a"), 23],
  [kind("canceled", "iahd"), 6],
  [kind("unavailable", "a"), 603],
  [kind("unavailable", "ia"), 6],
  [kind("invoiced", "ia"), 312],
  [kind("invoiced", "a"), 2],
  [kind("processing", "ia"), 301],
  [kind("created", ""), 5],
  [kind("approved", "ia"), 2]
];

/** Share of orders without a review, by status. */
export const unreviewed: Readonly<Record<Status, number>> = {
  delivered: 0.0067,
  shipped: 0.068,
  canceled: 0.032,
  unavailable: 0.023,
  invoiced: 0.016,
  processing: 0.02,
  created: 0.4,
  approved: 0
};
