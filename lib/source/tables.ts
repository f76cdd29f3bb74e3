/**
 * What a cell may hold. Bounds include both ends. Times are of the years from `since`, 2000 without it; amounts that are
 * `signed` may be negative, those `perUnit` are prices of one: both may have any decimals. An amount is rounded to cents, a price
 * of one only once it is multiplied.
 */
export type Kind =
  | {is: "id"}
  | {is: "text"}
  | {is: "name"}
  | {is: "category"}
  | {is: "zip"}
  | {is: "state"}
  | {is: "choice"; values: readonly string[]}
  | {is: "time"; since?: number}
  | {is: "money"; signed?: boolean; perUnit?: boolean}
  | {is: "integer"; least: number; most: number}
  | {is: "degrees"; least: number; most: number};

/** A column: its name in the file and once staged, what it holds, whether a cell may be empty, whether the file may lack it. */
export interface Column {
  name: string;
  staged: string;
  kind: Kind;
  nullable?: boolean;
  optional?: boolean;
  aliases?: readonly string[];
}

/** What a row cannot do without: a column that must name a row of another table by the same column. */
export interface Parent {
  column: string;
  table: string;
}

/** One of the nine files: `key` names the columns that no two rows may share; a shop may lack an optional one. */
export interface Table {
  name: string;
  file: string;
  optional?: boolean;
  key: readonly string[];
  parents?: readonly Parent[];
  columns: readonly Column[];
  /** What the reader says of numbers and days that tell nothing of themselves. */
  told?: Told & {
    /** The zone of the shop: "Europe/Berlin". */
    clock?: string;
  };
}

/** The names that a table's file may have: that of the published CSV, or the same as Parquet. @example fileNames({file: "a.csv"}) => ["a.csv", "a.parquet"] */
export const fileNames = ({file}: Pick<Table, "file">): readonly string[] => [
  file,
  file.replace(/[.]csv$/, ".parquet")
];

/** How a file writes its numbers and days, where somebody said so. */
export interface Told {
  decimal?: "." | ",";
  order?: "day-month-year" | "month-day-year";
}

const id = {is: "id"} as const;
const text = {is: "text"} as const;
const city = {is: "name"} as const;
const zip = {is: "zip"} as const;
const state = {is: "state"} as const;
const time = {is: "time"} as const;
const money = {is: "money"} as const;
const integer = (least: number, most: number) => ({is: "integer", least, most}) as const;
const size = integer(0, 1_000_000);
const ofOrder = {column: "order_id", table: "orders"};

const column = (name: string, staged: string, kind: Kind): Column => ({name, staged, kind});
const nullable = (name: string, staged: string, kind: Kind, ...aliases: string[]): Column => ({
  name,
  staged,
  kind,
  nullable: true,
  aliases
});
const optional = (...of: Parameters<typeof nullable>): Column => ({...nullable(...of), optional: true});

const statuses = "created approved processing invoiced shipped delivered canceled unavailable".split(" ");
const paymentTypes = "credit_card boleto voucher debit_card not_defined".split(" ");

/** The nine files of the shop, the largest last: while one is parsed, the bytes of the next are read. */
export const tables: readonly Table[] = [
  {
    name: "translation",
    file: "product_category_name_translation.csv",
    optional: true,
    key: ["category"],
    columns: [
      column("product_category_name", "category", {is: "category"}),
      column("product_category_name_english", "english", {is: "category"})
    ]
  },
  {
    name: "sellers",
    file: "olist_sellers_dataset.csv",
    key: ["seller_id"],
    columns: [
      column("seller_id", "seller_id", id),
      column("seller_zip_code_prefix", "zip", zip),
      optional("seller_city", "city", city),
      column("seller_state", "state", state)
    ]
  },
  {
    name: "products",
    file: "olist_products_dataset.csv",
    key: ["product_id"],
    columns: [
      column("product_id", "product_id", id),
      optional("product_category_name", "category", {is: "category"}),
      optional("product_name_lenght", "name_length", size, "product_name_length"),
      optional("product_description_lenght", "description_length", size, "product_description_length"),
      optional("product_photos_qty", "photos", size),
      optional("product_weight_g", "weight_g", size),
      optional("product_length_cm", "length_cm", size, "product_lenght_cm"),
      optional("product_height_cm", "height_cm", size),
      optional("product_width_cm", "width_cm", size)
    ]
  },
  {
    name: "payments",
    file: "olist_order_payments_dataset.csv",
    key: ["order_id", "sequential"],
    parents: [ofOrder],
    columns: [
      column("order_id", "order_id", id),
      column("payment_sequential", "sequential", integer(1, 10_000)),
      column("payment_type", "type", {is: "choice", values: paymentTypes}),
      column("payment_installments", "installments", integer(0, 1_000)),
      column("payment_value", "value_cents", money)
    ]
  },
  {
    name: "customers",
    file: "olist_customers_dataset.csv",
    key: ["customer_id"],
    columns: [
      column("customer_id", "customer_id", id),
      column("customer_unique_id", "customer_unique_id", id),
      column("customer_zip_code_prefix", "zip", zip),
      optional("customer_city", "city", city),
      column("customer_state", "state", state)
    ]
  },
  {
    name: "reviews",
    file: "olist_order_reviews_dataset.csv",
    optional: true,
    key: ["review_id", "order_id"],
    parents: [ofOrder],
    columns: [
      {...column("review_id", "review_id", id), optional: true},
      column("order_id", "order_id", id),
      column("review_score", "score", integer(1, 5)),
      optional("review_comment_title", "title", text),
      optional("review_comment_message", "message", text),
      optional("review_creation_date", "created_at", time),
      optional("review_answer_timestamp", "answered_at", time)
    ]
  },
  {
    name: "items",
    file: "olist_order_items_dataset.csv",
    key: ["order_id", "line"],
    parents: [ofOrder, {column: "product_id", table: "products"}, {column: "seller_id", table: "sellers"}],
    columns: [
      column("order_id", "order_id", id),
      column("order_item_id", "line", integer(1, 10_000)),
      column("product_id", "product_id", id),
      column("seller_id", "seller_id", id),
      optional("shipping_limit_date", "shipping_limit_at", time),
      column("price", "price_cents", money),
      column("freight_value", "freight_cents", money)
    ]
  },
  {
    name: "orders",
    file: "olist_orders_dataset.csv",
    key: ["order_id"],
    parents: [{column: "customer_id", table: "customers"}],
    columns: [
      column("order_id", "order_id", id),
      column("customer_id", "customer_id", id),
      column("order_status", "status", {is: "choice", values: statuses}),
      column("order_purchase_timestamp", "purchased_at", time),
      nullable("order_approved_at", "approved_at", time),
      nullable("order_delivered_carrier_date", "shipped_at", time),
      nullable("order_delivered_customer_date", "delivered_at", time),
      nullable("order_estimated_delivery_date", "estimated_at", time)
    ]
  },
  {
    name: "geolocation",
    file: "olist_geolocation_dataset.csv",
    optional: true,
    key: [],
    columns: [
      column("geolocation_zip_code_prefix", "zip", zip),
      column("geolocation_lat", "lat", {is: "degrees", least: -90, most: 90}),
      column("geolocation_lng", "lng", {is: "degrees", least: -180, most: 180}),
      optional("geolocation_city", "city", city),
      column("geolocation_state", "state", state)
    ]
  }
];
