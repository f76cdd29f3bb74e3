/** What the generator knows of a month: margins of the published data. */
export interface Month {
  /** First and last second of trade in the month, in seconds since 1970 of local time. */
  start: number;
  end: number;
  /** People whose first order falls into the month, at scale 1. */
  newcomers: number;
  /** Orders that did not end as delivered. */
  canceled: number;
  unavailable: number;
  shipped: number;
  invoiced: number;
  processing: number;
  /** Typical (geometric mean) promised window in days, and the spread of its logarithm. */
  promisedDays: number;
  promiseSpread: number;
  /** Share of the promised window that a typical delivery uses. */
  usedShare: number;
  /** Share of deliveries after the promised midnight. */
  late: number;
}

const rows = [
  ["2016-09", 4, 15, 4, 2, 0, 1, 0, 0, 29, 0.25, 0.46, 0.08],
  ["2016-10", 3, 10, 321, 24, 7, 8, 18, 2, 53.95, 0.215, 0.293, 0.0113],
  ["2016-12", 23, 23, 1, 0, 0, 0, 0, 0, 24.5, 0.25, 0.46, 0.08],
  ["2017-01", 5, 31, 764, 3, 10, 16, 12, 9, 38, 0.265, 0.276, 0.0308],
  ["2017-02", 1, 28, 1752, 17, 45, 21, 11, 32, 30.24, 0.248, 0.352, 0.0323],
  ["2017-03", 1, 31, 2636, 33, 32, 45, 3, 23, 23.55, 0.223, 0.43, 0.0553],
  ["2017-04", 1, 30, 2352, 18, 9, 49, 14, 10, 25.93, 0.234, 0.465, 0.078],
  ["2017-05", 1, 31, 3596, 29, 31, 55, 16, 23, 22.65, 0.223, 0.41, 0.0354],
  ["2017-06", 1, 30, 3139, 16, 24, 47, 11, 12, 22.87, 0.179, 0.44, 0.0389],
  ["2017-07", 1, 31, 3894, 28, 52, 56, 7, 11, 22.1, 0.169, 0.432, 0.0343],
  ["2017-08", 1, 31, 4184, 27, 32, 41, 20, 18, 22.09, 0.184, 0.41, 0.0331],
  ["2017-09", 1, 30, 4130, 20, 38, 38, 17, 22, 21.02, 0.212, 0.461, 0.0519],
  ["2017-10", 1, 31, 4470, 26, 58, 33, 16, 20, 21.5, 0.222, 0.451, 0.0528],
  ["2017-11", 1, 30, 7304, 37, 84, 72, 35, 25, 21.56, 0.178, 0.568, 0.1434],
  ["2017-12", 1, 31, 5487, 11, 42, 57, 13, 35, 26.83, 0.163, 0.461, 0.0837],
  ["2018-01", 1, 31, 7025, 34, 48, 74, 15, 29, 25.19, 0.192, 0.451, 0.0654],
  ["2018-02", 1, 28, 6451, 73, 30, 57, 6, 6, 23.44, 0.195, 0.575, 0.1599],
  ["2018-03", 1, 31, 6965, 26, 17, 133, 23, 9, 20.75, 0.234, 0.617, 0.2135],
  ["2018-04", 1, 30, 6711, 15, 5, 99, 14, 8, 22.67, 0.223, 0.411, 0.0531],
  ["2018-05", 1, 31, 6622, 24, 16, 54, 24, 6, 21.32, 0.326, 0.438, 0.0822],
  ["2018-06", 1, 30, 5940, 18, 4, 43, 3, 0, 26.13, 0.281, 0.296, 0.0135],
  ["2018-07", 1, 31, 6071, 41, 18, 60, 13, 1, 17.94, 0.334, 0.414, 0.0444],
  ["2018-08", 1, 29, 6257, 84, 7, 47, 23, 0, 13.07, 0.475, 0.538, 0.104],
  ["2018-09", 3, 29, 16, 15, 0, 1, 0, 0, 13, 0.25, 0.46, 0.08],
  ["2018-10", 1, 17, 4, 4, 0, 0, 0, 0, 17, 0.25, 0.46, 0.08]
] as const;

/** The months with trade, in order (November 2016 has none); delivery columns are standardised for the state. */
export const months: readonly Month[] = rows.map(
  ([month, from, to, newcomers, canceled, unavailable, shipped, invoiced, processing, ...delivery]) => ({
    start: Date.parse(`${month}-01T00:00:00Z`) / 1000 + (from - 1) * 86_400,
    end: Date.parse(`${month}-01T00:00:00Z`) / 1000 + to * 86_400 - 1,
    newcomers,
    canceled,
    unavailable,
    shipped,
    invoiced,
    processing,
    promisedDays: delivery[0],
    promiseSpread: delivery[1],
    usedShare: delivery[2],
    late: delivery[3]
  })
);
