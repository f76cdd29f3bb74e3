import type {Status} from "./statuses.js";

/** Days late by calendar from which a row of `scoresByDelay` holds, descending. */
export const delays: readonly number[] = [15, 8, 4, 1, 0, -9, -19, -Infinity];

/** Shares of scores 1 to 5 by delay. */
export const scoresByDelay: readonly (readonly number[])[] = [
  [0.689, 0.094, 0.091, 0.054, 0.071],
  [0.704, 0.096, 0.089, 0.041, 0.07],
  [0.585, 0.091, 0.099, 0.084, 0.141],
  [0.252, 0.07, 0.147, 0.2, 0.331],
  [0.085, 0.039, 0.138, 0.234, 0.504],
  [0.068, 0.029, 0.091, 0.217, 0.595],
  [0.062, 0.024, 0.075, 0.198, 0.641],
  [0.075, 0.028, 0.07, 0.19, 0.637]
];

/** Shares of scores 1 to 5 where nothing arrived. */
export const scoresByStatus: Readonly<Record<Exclude<Status, "delivered">, readonly number[]>> = {
  shipped: [0.617, 0.076, 0.105, 0.083, 0.118],
  canceled: [0.693, 0.072, 0.079, 0.043, 0.113],
  unavailable: [0.776, 0.072, 0.059, 0.034, 0.06],
  invoiced: [0.735, 0.083, 0.051, 0.048, 0.083],
  processing: [0.865, 0.061, 0.03, 0.02, 0.024],
  created: [0.6, 0.1, 0.1, 0.1, 0.1],
  approved: [0.5, 0.1, 0.1, 0.2, 0.1]
};

/** What shifts the standardised score: category (per point), several items, several sellers, late seller. */
export const taste = {
  category: 1.1,
  severalItems: -0.42,
  severalSellers: -0.75,
  lateSeller: -0.1,
  level: 0.055
};

/** Share of reviews with a title, by score 1 to 5, since the form has one, and when that came. */
export const titles = {
  shares: [0.53, 0.49, 0.33, 0.29, 0.375],
  since: Date.parse("2018-04-20T00:00:00Z") / 1000
};

/** Share of reviews with a message, by score 1 to 5, without and with a title. */
export const messages = {
  untitled: [0.728, 0.631, 0.384, 0.261, 0.299],
  titled: [0.955, 0.958, 0.894, 0.826, 0.814]
};

/** Quantiles of the hours from the invitation to the answer. */
export const answerHours = {
  probabilities: [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1],
  values: [2, 9.07, 14.84, 19.04, 24.12, 40.2, 74.5, 116.5, 167.3, 529.5, 3000, 12_400]
};

/** Share of reviews of delivered orders asked for on a part of the parcel, before the whole arrived. */
export const earlyInvitation = 0.012;
