import {states} from "./calibration/states.js";
import {amount, quoted, timestamp} from "./csv.js";
import type {Files} from "./files.js";
import type {Order} from "./order.js";

/** Writes the rows of orders to the five files that speak of them. */
export async function writeOrders(
  orders: readonly Order[],
  productId: (product: number) => string,
  files: Files
): Promise<void> {
  const rows = {customers: "", orders: "", items: "", payments: "", reviews: ""};
  for (const order of orders) {
    const id = quoted(order.id);
    const customerId = quoted(order.customerId);
    const {zip, city, state} = order.place;
    rows.customers += `${customerId},${quoted(order.personId)},"${zip}",${quoted(city)},${states[state].uf}\n`;
    rows.orders +=
      `${id},${customerId},${order.kind.status},${timestamp(order.purchased)},${timestamp(order.approved)},` +
      `${timestamp(order.handedOver)},${timestamp(order.delivered)},${timestamp(order.estimated)}\n`;
    order.lines.forEach((line, i) => {
      rows.items +=
        `${id},${i + 1},${quoted(productId(line.product))},${quoted(line.seller.id)},` +
        `${timestamp(line.shippingLimit)},${amount(line.price)},${amount(line.freight)}\n`;
    });
    for (const {sequential, type, installments, value} of order.payments) {
      rows.payments += `${id},${sequential},${type},${installments},${amount(value)}\n`;
    }
    for (const review of order.reviews) {
      rows.reviews +=
        `${quoted(review.id)},${id},${review.score},${quoted(review.title)},${quoted(review.message)},` +
        `${timestamp(review.created)},${timestamp(review.answered)}\n`;
    }
  }
  for (const table of ["customers", "orders", "items", "payments", "reviews"] as const) {
    await files.append(table, rows[table]);
  }
}
