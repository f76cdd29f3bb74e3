import {mkdir, open} from "node:fs/promises";
import type {FileHandle} from "node:fs/promises";
import {join} from "node:path";

/** The nine files by table: name and header line as Kaggle's release spells them. */
const layout = {
  customers: [
    "olist_customers_dataset.csv",
    '"customer_id","customer_unique_id","customer_zip_code_prefix","customer_city","customer_state"'
  ],
  orders: [
    "olist_orders_dataset.csv",
    '"order_id","customer_id","order_status","order_purchase_timestamp","order_approved_at",' +
      '"order_delivered_carrier_date","order_delivered_customer_date","order_estimated_delivery_date"'
  ],
  items: [
    "olist_order_items_dataset.csv",
    '"order_id","order_item_id","product_id","seller_id","shipping_limit_date","price","freight_value"'
  ],
  payments: [
    "olist_order_payments_dataset.csv",
    '"order_id","payment_sequential","payment_type","payment_installments","payment_value"'
  ],
  reviews: [
    "olist_order_reviews_dataset.csv",
    '"review_id","order_id","review_score","review_comment_title","review_comment_message",' +
      '"review_creation_date","review_answer_timestamp"'
  ],
  products: [
    "olist_products_dataset.csv",
    '"product_id","product_category_name","product_name_lenght","product_description_lenght",' +
      '"product_photos_qty","product_weight_g","product_length_cm","product_height_cm","product_width_cm"'
  ],
  sellers: ["olist_sellers_dataset.csv", '"seller_id","seller_zip_code_prefix","seller_city","seller_state"'],
  geolocation: [
    "olist_geolocation_dataset.csv",
    '"geolocation_zip_code_prefix","geolocation_lat","geolocation_lng","geolocation_city","geolocation_state"'
  ],
  translation: [
    "product_category_name_translation.csv",
    "\uFEFFproduct_category_name,product_category_name_english"
  ]
} as const;

/** A table of the release. */
type Table = keyof typeof layout;

/** The nine files, open for writing. */
export interface Files {
  /** Appends rows, each ended by a line feed. */
  append(table: Table, rows: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the nine files in a directory, which is made where it is missing, and writes their headers. */
export async function openFiles(directory: string): Promise<Files> {
  await mkdir(directory, {recursive: true});
  const handles = new Map<Table, FileHandle>();
  for (const table of Object.keys(layout) as Table[]) {
    const [file, header] = layout[table];
    const handle = await open(join(directory, file), "w");
    await handle.appendFile(`${header}\n`);
    handles.set(table, handle);
  }
  return {
    append: async (table, rows) => {
      if (rows !== "") await handles.get(table)?.appendFile(rows);
    },
    close: async () => {
      for (const handle of handles.values()) await handle.close();
    }
  };
}
