/** Orders by weekday, Sunday first, without the special days. */
export const weekdays: readonly number[] = [12150, 16350, 16120, 15800, 14700, 13450, 10700];

/** Orders by hour of purchase. */
export const purchaseHours: readonly number[] = [
  2394, 1170, 510, 272, 206, 188, 502, 1231, 2967, 4785, 6177, 6578, 5995, 6518, 6569, 6454, 6675, 6150, 5769,
  5982, 6193, 6217, 5816, 4123
];

/** Deliveries by hour. */
export const deliveryHours: readonly number[] = [
  2885, 1515, 649, 260, 187, 198, 269, 396, 779, 1196, 1799, 2579, 3651, 4561, 5646, 6741, 7901, 8775, 9640,
  9484, 9157, 7627, 6143, 4438
];

/** Days that sold more or less than their weekday: Black Friday and its week, and the end of the data. */
export const specialDays: Readonly<Record<string, number>> = {
  "2016-10-04": 1.6,
  "2017-11-23": 1.3,
  "2017-11-24": 6.7,
  "2017-11-25": 3.2,
  "2017-11-26": 2.3,
  "2017-11-27": 1.75,
  "2017-11-28": 1.65,
  "2017-11-29": 1.45,
  "2017-11-30": 1.25,
  "2018-08-22": 0.7,
  "2018-08-23": 0.55,
  "2018-08-24": 0.4,
  "2018-08-25": 0.35,
  "2018-08-26": 0.32,
  "2018-08-27": 0.25,
  "2018-08-28": 0.17,
  "2018-08-29": 0.06
};
