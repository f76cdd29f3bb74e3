import {regionStates} from "../../lib/marts/regions.js";
import {segmentNames} from "../../lib/rfm/segments.js";

/** Month, orders, sum of prices in BRL, orders delivered with a date, percentage of them on time. */
const monthly = `
2016-09,4,267.36,1,0.0
2016-10,324,49507.66,265,98.87
2016-12,1,10.9,1,100.0
2017-01,800,120312.87,750,96.93
2017-02,1780,247303.02,1653,96.79
2017-03,2682,374344.3,2546,94.42
2017-04,2404,359927.23,2303,92.14
2017-05,3700,506071.14,3545,96.39
2017-06,3245,433038.6,3135,96.14
2017-07,4026,498031.48,3872,96.57
2017-08,4331,573971.68,4193,96.68
2017-09,4285,624401.69,4150,94.8
2017-10,4631,664219.43,4478,94.71
2017-11,7544,1010271.37,7288,85.69
2017-12,5673,743914.17,5513,91.62
2018-01,7269,950030.36,7069,93.44
2018-02,6728,844178.71,6555,84.01
2018-03,7211,983213.44,7003,78.64
2018-04,6939,996647.75,6798,94.69
2018-05,6873,996517.68,6749,91.76
2018-06,6167,865124.31,6096,98.64
2018-07,6292,895507.22,6156,95.52
2018-08,6512,854686.33,6351,89.61`
  .trim()
  .split("\n");

export const months = monthly.map((line) => {
  const [month, orders, reais, delivered, onTime] = line.split(",");
  return {
    date: new Date(`${month}-01T00:00:00Z`),
    revenue_cents: Math.round(Number(reais) * 100),
    orders: Number(orders),
    dated: Number(delivered),
    lateShare: 1 - Number(onTime) / 100,
    reviews: Number(orders),
    reviewScore: 4.2 - 3 * (1 - Number(onTime) / 100)
  };
});

const spread = (count: number, days: number) =>
  Array.from({length: count}, (_, i) => ({
    date: new Date(Date.UTC(2017, 10, 6 + i * days)),
    revenue_cents: Math.round(
      1_500_000 + 400_000 * Math.sin(i) + (i === 18 / days || i * days === 14 ? 9_000_000 : 0)
    ),
    orders: 150 + Math.round(40 * Math.sin(i))
  }));

export const days = spread(40, 1);
export const weeks = spread(12, 7);

const largest: Record<string, number> = {
  SP: 520295505,
  RJ: 182409267,
  MG: 158530803,
  RS: 75030402,
  PR: 68308376
};

export const states = Object.values(regionStates)
  .flat()
  .map((state, i) => ({state, value: largest[state] ?? 900_000 * (i + 1)}));

export const categories = [
  "Health & beauty",
  "Watches & gifts",
  "Bed, bath & table",
  "Sports & leisure",
  "Computer accessories",
  "Furniture & decor",
  "Cool stuff",
  "Housewares",
  "Auto",
  "Garden tools",
  "Kitchen appliances & food processors",
  "Flowers"
].map((category, i) => ({category, price_cents: Math.round(125_868_134 / (1 + i / 3))}));

export const bands = [0, 25, 50, 75, 100, 150, 250, 500, 1000].map((band, i) => ({
  band,
  items: 16_000 - i * 1_500,
  price_cents: (16_000 - i * 1_500) * (band + 20) * 100,
  freight_cents: (16_000 - i * 1_500) * (1_300 + i * 450)
}));

const shares = [0.16, 0.12, 0.24, 0.08, 0.16, 0.08, 0.08, 0.08];

export const segments = segmentNames.map((segment, i) => ({
  segment,
  customers: Math.round(93_358 * shares[i]),
  monetary_cents: Math.round(1_322_149_811 * [0.34, 0.14, 0.13, 0.02, 0.15, 0.18, 0.02, 0.02][i])
}));

export const cells = Array.from({length: 25}, (_, i) => ({
  r: 1 + Math.floor(i / 5),
  fm: 1 + (i % 5),
  customers: 3_600 + 37 * i
}));
