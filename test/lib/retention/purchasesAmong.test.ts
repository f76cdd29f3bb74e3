import {expect, it} from "vitest";
import {coded} from "../../../lib/retention/purchases.js";
import type {Purchases} from "../../../lib/retention/purchases.js";
import {purchasesAmong} from "../../../lib/retention/purchasesAmong.js";

const all: Purchases = {
  person: Int32Array.of(7, 7, 8, 9),
  day: Int32Array.of(1, 5, 2, 3),
  delivered: Uint8Array.of(1, 0, 1, 1),
  price: Float64Array.of(100, 200, 300, 400),
  freight: Float64Array.of(1, 2, 3, 4),
  items: Uint8Array.of(1, 1, 2, 1),
  installments: Float32Array.of(1, NaN, 2, 1),
  score: Float32Array.of(5, NaN, 1, 3),
  late: Float32Array.of(0, NaN, 1, 0),
  state: coded(["SP", "SP", "RJ", "MG"]),
  payment: coded(["boleto", "boleto", "voucher", "boleto"]),
  category: coded(["Art", "Baby", "Art", "Toys"])
};

it("keeps all orders of the people named, in their order, and no others", () => {
  const {person, price, state, score} = purchasesAmong(all, new Set([9, 7, 100]));
  expect([...person]).toEqual([7, 7, 9]);
  expect([...price]).toEqual([100, 200, 400]);
  expect([...score]).toEqual([5, NaN, 3]);
  expect([...state.codes].map((code) => state.names[code])).toEqual(["SP", "SP", "MG"]);
});

it("is empty among nobody, and everything among everybody", () => {
  expect(purchasesAmong(all, new Set()).day).toHaveLength(0);
  expect(purchasesAmong(all, new Set(all.person))).toEqual(all);
});
