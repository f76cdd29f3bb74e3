import type {Lack} from "../../shop.js";
import {offered} from "../../shop.js";

/** What files must tell of for a check to be one, by its name; of others it would find all rows or none. */
const needs: Readonly<Record<string, readonly Lack[]>> = {
  "column name misspelt 'lenght'": ["measures"],
  "product without category": ["categories"],
  "product without measures": ["measures"],
  "product that weighs nothing": ["measures"],
  "category without translation": ["translations"],
  "misspelt English category": ["translations"],
  "zip in more than one state": ["zips"],
  "zip with more than one spelling of its city": ["zips"],
  "shipping limit more than a year after the purchase": ["handovers"],
  "line without freight": ["freight"],
  "line repeated by joining items with payments row by row": ["installments"],
  "payment type not_defined": ["payments"],
  "payment in zero installments": ["installments"],
  "order whose payments do not start at 1": ["installments"],
  "order without review": ["reviews"],
  "order with more than one review": ["answers"],
  "order whose reviews disagree on the score": ["answers"],
  "delivered order without a delivery date": ["deliveries"],
  "delivered order without an approval date": ["approvals"],
  "delivered order without a carrier date": ["handovers"],
  "canceled order with a delivery date": ["deliveries"],
  "approved after it was handed to the carrier": ["approvals", "handovers"],
  "handed to the carrier before the purchase": ["handovers"],
  "handed to the carrier after the customer had it": ["handovers", "deliveries"],
  "late by the clock, on time by the calendar day": ["deliveries", "promises"],
  "person with several customer_ids": ["customerIds"],
  "customer_id without an order": ["customerIds"],
  "person with several cities": ["zips"],
  "customer's zip starts with 0": ["zips"],
  "customer's zip without a point inside Brazil": ["zips"],
  "seller's zip without a point inside Brazil": ["zips"],
  "seller's city is not a plain name": ["zips"],
  "review_id shared by several orders": ["answers"],
  "review dated before the purchase": ["answers"],
  "review answered before the delivery": ["answers"],
  "review without an answer time": ["answers"],
  "review without a creation date": ["answers"],
  "message of nothing but spaces": ["texts"],
  "message of nothing but white space": ["texts"]
};

/** The checks that say something of the shop's files. @example toldChecks([{check: "order without items"}]).length => 1 */
export function toldChecks<T extends {check: string}>(rows: readonly T[]): T[] {
  const names = new Set(
    offered(
      rows.map(({check}) => check),
      needs
    )
  );
  return rows.filter(({check}) => names.has(check));
}
