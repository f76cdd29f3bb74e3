import {quantiles} from "../../lib/random/quantiles.js";
import type {RandomSource} from "../../lib/random/source.js";
import {weighted} from "../../lib/random/weighted.js";
import * as calibration from "./calibration/payment.js";
import {due} from "./order.js";
import type {Order, Payment, PaymentType} from "./order.js";

const kindDraws = calibration.kinds.map(weighted);
const installmentDraws = calibration.installments.map(weighted);
const manyDraw = weighted(calibration.manyInstallments.map(([, payments]) => payments));
const voucherDraw = weighted(calibration.vouchers);
const voucherShare = quantiles(calibration.voucherShare.probabilities, calibration.voucherShare.values);
const {probabilities, ...hours} = calibration.approvalHours;
const approvalHours = Object.fromEntries(
  Object.entries(hours).map(([type, values]) => [type, quantiles(probabilities, values)])
) as Record<PaymentType, (uniform: number) => number>;

/** The row of a table that a value in cents belongs to, given the upper bounds of its rows in BRL. */
function band(bounds: readonly number[], cents: number): number {
  const row = bounds.findIndex((bound) => cents < bound * 100);
  return row < 0 ? bounds.length : row;
}

function installments(cents: number, random: RandomSource): number {
  const drawn = installmentDraws[band(calibration.installmentBounds, cents)](random()) + 1;
  return drawn <= 10 ? drawn : calibration.manyInstallments[manyDraw(random())][0];
}

/** Cuts cents into parts of at least one cent. */
function split(cents: number, parts: number, random: RandomSource): number[] {
  const result: number[] = [];
  let left = cents;
  for (let others = Math.min(parts, cents) - 1; others > 0; others--) {
    const part = Math.max(1, Math.min(left - others, Math.round((left / (others + 1)) * (0.5 + random()))));
    result.push(part);
    left -= part;
  }
  return [...result, left];
}

function rows(cents: number, random: RandomSource): Omit<Payment, "sequential">[] {
  const card = (value: number) => ({
    type: "credit_card" as const,
    installments: installments(value, random),
    value
  });
  const vouchers = (value: number) =>
    split(value, voucherDraw(random()) + 1, random).map((part) => ({
      type: "voucher" as const,
      installments: 1,
      value: part
    }));
  switch (kindDraws[band(calibration.kindBounds, cents)](random())) {
    case 1:
      return [{type: "boleto", installments: 1, value: cents}];
    case 2:
      return [{type: "debit_card", installments: 1, value: cents}];
    case 3:
      return vouchers(cents);
    case 4: {
      const value = Math.min(cents - 1, Math.max(1, Math.round(cents * voucherShare(random()))));
      return [card(cents - value), ...vouchers(value)];
    }
    default:
      return random() < calibration.twoCards ? split(cents, 2, random).map(card) : [card(cents)];
  }
}

/** Pays an order: what its items and their freight cost, or some amount where it has no items. */
export function pay(order: Order, random: RandomSource, normal: () => number): void {
  const {mean, spread} = calibration.withoutItems;
  const cents = order.lines.length > 0 ? due(order) : Math.round(100 * Math.exp(mean + spread * normal()));
  order.payments = rows(cents, random).map((row, i) => ({...row, sequential: i + 1}));
}

/** Draws when a payment of a type is approved. */
export const approvedAt = (order: Order, random: RandomSource): number =>
  order.purchased + Math.round(approvalHours[order.payments[0].type](random()) * 3600);
