/** People (distinct customer_unique_id) at scale 1. */
export const people = 96_096;

/** People by their number of orders beyond the first: [orders more, people]. */
export const returning: readonly (readonly [number, number])[] = [
  [1, 2745],
  [2, 203],
  [3, 30],
  [4, 8],
  [5, 6],
  [6, 3],
  [8, 1],
  [16, 1]
];

/** Share of further orders that follow within the day, as one shopping trip split in two. */
export const sameDayShare = 0.3;

/** Mean days to a further order that is not of the same day, before the end of the data cuts it short. */
export const returnDays = 260;

/** Share of further orders in the category of the one before: on the same day, later. */
export const sameCategory = {sameDay: 0.63, later: 0.36};

/** Chance that a further order goes to another address, and that this is in another city, another state. */
export const moves = {address: 0.085, city: 0.5, state: 0.16};

/** Weight of coming back after the first order's score, 1 to 5; 0 stands for no review. */
export const returnAfterScore: readonly number[] = [1, 0.55, 0.6, 0.75, 1, 1.2];

/** Share of reviews that answer for two orders of one person placed within a day, under one review id. */
export const sharedReview = 0.78;
