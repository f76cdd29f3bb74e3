import type {Kind} from "./calibration/statuses.js";
import type {Place} from "./places.js";
import type {Seller} from "./sellers.js";

/** A row of order_items. */
export interface Line {
  product: number;
  seller: Seller;
  price: number;
  freight: number;
  shippingLimit: number;
}

/** A way to pay, by the word of the files. */
export type PaymentType = "credit_card" | "boleto" | "voucher" | "debit_card" | "not_defined";

/** A row of order_payments; value in cents. */
export interface Payment {
  type: PaymentType;
  installments: number;
  value: number;
  sequential: number;
}

/** A row of order_reviews. */
export interface Review {
  id: string;
  score: number;
  title: string;
  message: string;
  created: number;
  answered: number;
}

/** An order with all its rows. Times are seconds since 1970 of local time, money is cents. */
export interface Order {
  id: string;
  customerId: string;
  personId: string;
  place: Place;
  kind: Kind;
  /** Index into `months`. */
  month: number;
  purchased: number;
  approved: number | null;
  handedOver: number | null;
  delivered: number | null;
  estimated: number;
  /** Index into `categories`, of the first item; NaN without items. */
  category: number;
  lines: Line[];
  payments: Payment[];
  reviews: Review[];
}

/** Seconds of a day. */
export const day = 86_400;

/** The day of a time, counted from 1970. @example dayOf(86_400) => 1 */
export const dayOf = (seconds: number): number => Math.floor(seconds / day);

/** Days late by calendar; negative when early. */
export const daysLate = (delivered: number, estimated: number): number => dayOf(delivered) - dayOf(estimated);

/** Price and freight of all lines, in cents. */
export const due = (order: Order): number =>
  order.lines.reduce((sum, {price, freight}) => sum + price + freight, 0);
