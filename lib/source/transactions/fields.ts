import type {Column, Kind} from "../tables.js";

/** What a column of a table of transactions can say. */
export type Field = keyof typeof fields;

interface FieldKind {
  /** What a form calls it. */
  label: string;
  staged: string;
  kind: Kind;
  /** Names that shops give it, as headers are compared: in small letters, words joined by "_". */
  names: readonly string[];
}

const since = 1970;
const time = {is: "time", since} as const;
const names = (text: string) => text.trim().split(/\s+/);

/** The fields of a table of transactions, with the names of the exports of several shop systems and data sets, the best first. */
export const fields = {
  order: {
    label: "Order",
    staged: "order_id",
    kind: {is: "id"},
    names: names(
      "order_id order_number order invoice invoiceno invoice_no name transaction_id receipt pedido bestellnummer auftrag order_key"
    )
  },
  customer: {
    label: "Customer",
    staged: "customer",
    kind: {is: "id"},
    names: names(
      "customer_id customer_unique_id customerid customer email billing_email_address billing_email customer_email user_id client_id cliente kunde kundennummer id_cliente"
    )
  },
  time: {
    label: "Time of the order",
    staged: "purchased_at",
    kind: time,
    names: names(
      "order_date created_at invoicedate invoice_date purchased_at order_purchase_timestamp date_created date time timestamp paid_at data datum bestelldatum fecha"
    )
  },
  amount: {
    label: "Amount",
    staged: "amount_cents",
    kind: {is: "money", signed: true},
    names: names(
      "amount line_total item_total lineitem_price total order_total order_total_amount sales revenue value price unitprice unit_price item_cost valor betrag importe"
    )
  },
  quantity: {
    label: "Quantity",
    staged: "quantity",
    kind: {is: "integer", least: -1_000_000, most: 1_000_000},
    names: names("quantity qty lineitem_quantity quantity_(-_refund) units quantidade menge cantidad")
  },
  product: {
    label: "Product",
    staged: "product",
    kind: {is: "id"},
    names: names(
      "product_id sku lineitem_sku stockcode stock_code product item item_name lineitem_name product_name description produto artikel"
    )
  },
  category: {
    label: "Category",
    staged: "category",
    kind: {is: "category"},
    names: names(
      "category product_category product_category_name product_type department categoria kategorie"
    )
  },
  place: {
    label: "Place",
    staged: "place",
    kind: {is: "name"},
    names: names(
      "state customer_state shipping_province billing_province state_code_(billing) state_code_(shipping) region country shipping_country billing_country city customer_city shipping_city estado"
    )
  },
  payment: {
    label: "Payment",
    staged: "payment",
    kind: {is: "category"},
    names: names("payment_method payment_method_title payment_type payment pagamento zahlungsart")
  },
  delivered: {
    label: "Delivered",
    staged: "delivered_at",
    kind: time,
    names: names(
      "delivered_at delivered delivery_date order_delivered_customer_date fulfilled_at completed_date"
    )
  },
  promised: {
    label: "Promised",
    staged: "promised_at",
    kind: time,
    names: names("promised_at promised estimated_delivery order_estimated_delivery_date due_date")
  },
  score: {
    label: "Review score",
    staged: "score",
    kind: {is: "integer", least: 1, most: 5},
    names: names("review_score score rating stars nota")
  },
  text: {
    label: "Review text",
    staged: "message",
    kind: {is: "text"},
    names: names("review_text review review_comment_message comment comentario")
  }
} as const satisfies Record<string, FieldKind>;

/** The names of all fields, in the order of a form. */
export const fieldNames = Object.keys(fields) as Field[];

/** Fields without which a table tells of no transactions; orders without an id are told by customer and time. */
export const neededFields: readonly Field[] = ["customer", "time", "amount"];

/** A field's column in a file where it is called `name`. */
export function fieldColumn(field: Field, name: string, perUnit: boolean): Column {
  const {staged, kind} = fields[field] as FieldKind;
  const nullable = field !== "amount";
  return {name, staged, kind: kind.is === "money" ? {...kind, perUnit} : kind, nullable};
}
