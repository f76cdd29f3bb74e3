import {FileAttachment} from "observablehq:stdlib";
import type {Manifest} from "../lib/marts/manifest.js";

/** Where tables come from: the published files, or files of the reader. */
export interface TableSource {
  readonly names: readonly string[];
  /** A table as a Parquet file. The bytes are the caller's, who may transfer them. */
  bytes(name: string): Promise<Uint8Array>;
  manifest(): Promise<Manifest>;
}

/** A method called on the spot: of a bare file Framework would load a Parquet library with every page. */
const files: Readonly<Record<string, () => Promise<ArrayBuffer>>> = {
  orders: () => FileAttachment("../data/orders.parquet").arrayBuffer(),
  items: () => FileAttachment("../data/items.parquet").arrayBuffer(),
  payments: () => FileAttachment("../data/payments.parquet").arrayBuffer(),
  customers: () => FileAttachment("../data/customers.parquet").arrayBuffer(),
  reviews: () => FileAttachment("../data/reviews.parquet").arrayBuffer(),
  review_texts: () => FileAttachment("../data/review_texts.parquet").arrayBuffer(),
  products: () => FileAttachment("../data/products.parquet").arrayBuffer(),
  places: () => FileAttachment("../data/places.parquet").arrayBuffer(),
  sellers: () => FileAttachment("../data/sellers.parquet").arrayBuffer(),
  order_ids: () => FileAttachment("../data/order_ids.parquet").arrayBuffer(),
  customer_ids: () => FileAttachment("../data/customer_ids.parquet").arrayBuffer(),
  product_ids: () => FileAttachment("../data/product_ids.parquet").arrayBuffer(),
  seller_ids: () => FileAttachment("../data/seller_ids.parquet").arrayBuffer(),
  ledger: () => FileAttachment("../data/ledger.parquet").arrayBuffer(),
  quality_rows: () => FileAttachment("../data/quality_rows.parquet").arrayBuffer(),
  quality: () => FileAttachment("../data/quality.parquet").arrayBuffer(),
  daily: () => FileAttachment("../data/daily.parquet").arrayBuffer(),
  repeat_orders: () => FileAttachment("../data/repeat_orders.parquet").arrayBuffer(),
  monthly_categories: () => FileAttachment("../data/monthly_categories.parquet").arrayBuffer(),
  price_bands: () => FileAttachment("../data/price_bands.parquet").arrayBuffer(),
  monthly_price_bands: () => FileAttachment("../data/monthly_price_bands.parquet").arrayBuffer(),
  segments: () => FileAttachment("../data/segments.parquet").arrayBuffer(),
  segment_sizes: () => FileAttachment("../data/segment_sizes.parquet").arrayBuffer(),
  lateness: () => FileAttachment("../data/lateness.parquet").arrayBuffer()
};

/** The marts that were built with the site. */
export const publishedSource: TableSource = {
  names: Object.keys(files),
  async bytes(name) {
    const fetchFile = Object.hasOwn(files, name) ? files[name] : undefined;
    if (!fetchFile)
      throw new Error(`There is no table “${name}”. There are: ${Object.keys(files).join(", ")}.`);
    return loaded(`The table “${name}”`, fetchFile().then(parquetBytes));
  },
  manifest: async () =>
    (await loaded("The list of tables", FileAttachment("../data/manifest.json").json())) as Manifest
};

/** The bytes of a Parquet file that came whole, which hosts may answer with a page or cut short. */
const parquetBytes = (buffer: ArrayBuffer): Uint8Array => {
  const bytes = new Uint8Array(buffer);
  const mark = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (mark(0) !== "PAR1") throw new Error("the host sent something else in its place");
  if (bytes.length < 12 || mark(bytes.length - 4) !== "PAR1") throw new Error("the file came cut short");
  return bytes;
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
