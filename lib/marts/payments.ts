import {inBrief} from "../shop.js";
import {duckdb} from "../dialect/duckdb.js";
import {cents, integer, text} from "./mart.js";
import type {Mart} from "./mart.js";

export const payments: Mart = {
  name: "payments",
  row: "a payment of an order",
  columns: [
    integer("order_key", "the order"),
    integer("sequential", "number of the payment within the order"),
    text(
      "type",
      inBrief
        ? "credit_card, boleto, voucher, debit_card or not_defined"
        : "as the files name it; not_defined where they do not"
    ),
    integer("installments", "installments that it is paid in"),
    cents("value_cents", "what was paid")
  ],
  inputs: ["staged_payments"],
  sql: (_, d = duckdb) =>
    d.spelt(`select order_key, sequential, type, installments, value_cents
from staged_payments
order by order_key, sequential`)
};
