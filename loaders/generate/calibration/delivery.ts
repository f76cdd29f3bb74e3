/** Elasticities of the promised window, around its mean by state and month. */
export const promise = {distance: 0.154, weight: 0.0165, sameState: -0.142};

/** Quantiles of what is left of ln(promised window), in units of the month's spread, without the weekends. */
export const promiseRest = {
  probabilities: [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1],
  values: [-2.6, -2.1, -1.2, -0.47, -0.05, 0.43, 1.4, 2.2, 2.6]
};

/** What moves ln(delivery time / promised window) around its mean by state and month. */
export const pace = {
  /** A promise that is too short for its state and month is not kept as often. */
  promise: -0.6,
  distance: 0.075,
  weight: 0.022,
  /** What is left to chance. */
  spread: 0.44
};

/** Typical ln(weight in grams) of an order's first item. */
export const typicalLogWeight = 6.55;

/** Quantiles of the standardised ln(delivery time / promised window). */
export const paceQuantiles = {
  probabilities: [0, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1],
  values: [-3.6, -2.83, -2.47, -1.62, -1.22, -0.61, -0.01, 0.6, 1.23, 1.64, 2.15, 2.54, 2.9, 3.6, 4.2]
};

/** Quantiles of the share of approval-to-customer time that passes before the carrier has the parcel. */
export const handoverShare = {
  probabilities: [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1],
  values: [0.003, 0.009, 0.03, 0.048, 0.098, 0.206, 0.388, 0.592, 0.71, 0.863, 0.95]
};

/** Mean and spread of ln(days from approval to the carrier). */
export const handover = {mean: 0.55, spread: 1.06};

/** Chance that a delivery that would fall on a Saturday, a Sunday goes to the weekday beside it. */
export const weekendRest = {saturday: 0.62, sunday: 0.92};
