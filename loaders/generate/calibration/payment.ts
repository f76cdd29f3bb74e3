/** Upper bounds of the order value (BRL) of the rows of `kinds`; the last row is open. */
export const kindBounds: readonly number[] = [40, 70, 110, 180, 350];

/** Ways to pay by order value: card, boleto, debit card, vouchers, card and vouchers. */
export const kinds: readonly (readonly number[])[] = [
  [6888, 2463, 230, 312, 218],
  [14611, 4659, 368, 476, 495],
  [15800, 4207, 315, 369, 507],
  [17766, 4453, 317, 258, 528],
  [12912, 2747, 215, 143, 351],
  [6282, 1255, 82, 63, 147]
];

/** Upper bounds of the card payment (BRL) of the rows of `installments`; the last row is open. */
export const installmentBounds: readonly number[] = [20, 40, 60, 90, 130, 200, 350];

/** Card payments by value and installments, 1 to 10 and more. */
export const installments: readonly (readonly number[])[] = [
  [1263, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  [4635, 1139, 1347, 0, 0, 0, 0, 1, 0, 1, 0],
  [4934, 1631, 691, 1511, 963, 1, 0, 0, 0, 0, 0],
  [5897, 2160, 2182, 959, 609, 1104, 634, 505, 0, 0, 0],
  [3935, 2790, 1693, 1395, 1137, 621, 143, 557, 365, 808, 40],
  [2870, 3158, 2711, 1299, 1032, 957, 453, 909, 108, 1282, 116],
  [1342, 1180, 1341, 1438, 996, 701, 175, 1190, 65, 1400, 88],
  [579, 355, 496, 496, 502, 536, 221, 1106, 106, 1837, 97]
];

/** More than ten installments: [installments, payments]. */
export const manyInstallments: readonly (readonly [number, number])[] = [
  [11, 23],
  [12, 133],
  [13, 16],
  [14, 15],
  [15, 74],
  [16, 5],
  [17, 8],
  [18, 27],
  [20, 17],
  [21, 3],
  [22, 1],
  [23, 1],
  [24, 18]
];

/** Orders by number of vouchers, from 1 on. */
export const vouchers: readonly number[] = [3066, 436, 148, 79, 40, 30, 17, 14, 4, 8, 8, 4, 3, 2, 1];

/** Quantiles of the vouchers' share of an order that a card pays too. */
export const voucherShare = {
  probabilities: [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1],
  values: [0.02, 0.13, 0.44, 0.71, 0.89, 0.98, 0.99]
};

/** Share of card orders on two cards. */
export const twoCards = 0.0036;

/** Mean and spread of ln(payment in BRL) where the order has no items. */
export const withoutItems = {mean: 4.85, spread: 0.95};

/** Quantiles of the hours from purchase to approval. */
export const approvalHours = {
  probabilities: [0, 0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1],
  credit_card: [0.1, 0.139, 0.201, 0.271, 0.612, 21.52, 24.54, 60.53, 200],
  boleto: [2, 5.76, 15.06, 29.06, 39.86, 67.27, 85.56, 123.8, 240],
  voucher: [0.1, 0.131, 0.202, 0.307, 15.55, 27.97, 47.38, 69.41, 150],
  debit_card: [0.1, 0.141, 0.25, 0.848, 8.63, 23.97, 38.28, 102.1, 200],
  not_defined: [0.1, 0.139, 0.201, 0.271, 0.612, 21.52, 24.54, 60.53, 200]
};
