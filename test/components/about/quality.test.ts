import {expect, it} from "vitest";
import {checksToOpen, files, qualityAnswer} from "../../../src/components/about/quality.js";

const orders = {table: "orders", file: "orders.csv", rows: 10, used: 7, excluded: 2, reason: "no day"};
const ledger = [
  orders,
  {...orders, excluded: 1, reason: "exact duplicate"},
  {...orders, table: "items", file: "items.csv", rows: 5, used: 5, excluded: 0, reason: ""}
];
const check = {check: "order without items", table: "orders", rows: 10, failing: 3, action: "kept"};
const checks = [check, {...check, check: "line without order", failing: 0}];

it("says what the files hold, and what became of each row", () => {
  expect(files(ledger).map(({file, excluded}) => [file, excluded])).toEqual([
    ["orders.csv", 3],
    ["items.csv", 0]
  ]);
  expect(qualityAnswer(ledger, checks)).toBe(
    "The 2 files hold 15 rows: 12 are used, 3 are left out for 2 named reasons, and no row is unaccounted for; 1 of 2 checks found something."
  );
});

it("tells files that are absent, rows that are lost, and that none is left out", () => {
  const absent = {table: "reviews", file: "reviews.csv", rows: 0, used: 0, excluded: 0, reason: ""};
  expect(qualityAnswer([...ledger, absent], checks)).toMatch(
    /^The 2 files \(1 more is absent or empty\) hold 15 rows/
  );
  expect(qualityAnswer([{...orders, excluded: 0, used: 9}], checks)).toContain(
    "9 are used, none is left out, and 1 row is unaccounted for"
  );
});

it("opens the check that found the most", () => {
  expect(checksToOpen(checks)).toEqual(["orders: order without items"]);
  expect(checksToOpen([checks[1]])).toEqual(["orders: line without order"]);
});
