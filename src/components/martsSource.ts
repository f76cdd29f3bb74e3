import {FileAttachment} from "observablehq:stdlib";
import type {FileHandle} from "observablehq:stdlib";
import type {Manifest} from "../lib/marts/manifest.js";

/** Where tables come from: the published files, or files of the reader. */
export interface TableSource {
  readonly names: readonly string[];
  /** A table as a Parquet file. The bytes are the caller's, who may transfer them. */
  bytes(name: string): Promise<Uint8Array>;
  manifest(): Promise<Manifest>;
}

const files: Readonly<Record<string, FileHandle>> = {
  orders: FileAttachment("../data/orders.parquet"),
  items: FileAttachment("../data/items.parquet"),
  customers: FileAttachment("../data/customers.parquet"),
  reviews: FileAttachment("../data/reviews.parquet"),
  review_texts: FileAttachment("../data/review_texts.parquet"),
  products: FileAttachment("../data/products.parquet"),
  places: FileAttachment("../data/places.parquet"),
  sellers: FileAttachment("../data/sellers.parquet"),
  order_ids: FileAttachment("../data/order_ids.parquet"),
  customer_ids: FileAttachment("../data/customer_ids.parquet"),
  product_ids: FileAttachment("../data/product_ids.parquet"),
  seller_ids: FileAttachment("../data/seller_ids.parquet"),
  ledger: FileAttachment("../data/ledger.parquet"),
  quality_rows: FileAttachment("../data/quality_rows.parquet"),
  quality: FileAttachment("../data/quality.parquet"),
  daily: FileAttachment("../data/daily.parquet"),
  returning: FileAttachment("../data/returning.parquet"),
  monthly_categories: FileAttachment("../data/monthly_categories.parquet"),
  price_bands: FileAttachment("../data/price_bands.parquet"),
  segments: FileAttachment("../data/segments.parquet"),
  segment_sizes: FileAttachment("../data/segment_sizes.parquet"),
  lateness: FileAttachment("../data/lateness.parquet")
};

const manifestFile = FileAttachment("../data/manifest.json");

/** The marts that were built with the site. */
export const publishedSource: TableSource = {
  names: Object.keys(files),
  async bytes(name) {
    const file = files[name];
    if (!file) throw new Error(`There is no table “${name}”. There are: ${Object.keys(files).join(", ")}.`);
    return new Uint8Array(await loaded(`The table “${name}”`, file.arrayBuffer()));
  },
  manifest: async () => (await loaded("The list of tables", manifestFile.json())) as Manifest
};

const loaded = async <T>(what: string, loading: Promise<T>): Promise<T> => {
  try {
    return await loading;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${what} could not be loaded (${reason}): check the connection and reload the page.`, {
      cause: error
    });
  }
};

let current = publishedSource;
const listeners = new Set<() => void>();

/** The source in use. */
export const tableSource = (): TableSource => current;

/** Takes tables from another source from now on. */
export function useSource(source: TableSource): void {
  current = source;
  for (const listener of listeners) listener();
}

/** Calls back whenever the source in use changes. */
export function onSourceChange(listener: () => void): void {
  listeners.add(listener);
}
