import {FileAttachment} from "observablehq:stdlib";
import type {Manifest} from "../lib/marts/manifest.js";
import type {TableSource} from "./tableSource.js";
import {downloaded} from "./download.js";
import {ownInUse, ownRecord} from "./own/record.js";
import {ownSource} from "./own/source.js";

/** A method called on the spot: of a bare file Framework would load a Parquet library with every page. */
const files: Readonly<Record<string, () => Promise<ReadableStream<Uint8Array>>>> = {
  orders: () => FileAttachment("../data/orders.parquet").stream(),
  items: () => FileAttachment("../data/items.parquet").stream(),
  payments: () => FileAttachment("../data/payments.parquet").stream(),
  customers: () => FileAttachment("../data/customers.parquet").stream(),
  reviews: () => FileAttachment("../data/reviews.parquet").stream(),
  products: () => FileAttachment("../data/products.parquet").stream(),
  review_texts: () => FileAttachment("../data/review_texts.parquet").stream(),
  places: () => FileAttachment("../data/places.parquet").stream(),
  sellers: () => FileAttachment("../data/sellers.parquet").stream(),
  order_ids: () => FileAttachment("../data/order_ids.parquet").stream(),
  customer_ids: () => FileAttachment("../data/customer_ids.parquet").stream(),
  product_ids: () => FileAttachment("../data/product_ids.parquet").stream(),
  seller_ids: () => FileAttachment("../data/seller_ids.parquet").stream(),
  ledger: () => FileAttachment("../data/ledger.parquet").stream(),
  quality_rows: () => FileAttachment("../data/quality_rows.parquet").stream(),
  quality: () => FileAttachment("../data/quality.parquet").stream(),
  daily: () => FileAttachment("../data/daily.parquet").stream(),
  repeat_orders: () => FileAttachment("../data/repeat_orders.parquet").stream(),
  purchases: () => FileAttachment("../data/purchases.parquet").stream(),
  baskets: () => FileAttachment("../data/baskets.parquet").stream(),
  journeys: () => FileAttachment("../data/journeys.parquet").stream(),
  monthly_categories: () => FileAttachment("../data/monthly_categories.parquet").stream(),
  price_bands: () => FileAttachment("../data/price_bands.parquet").stream(),
  monthly_price_bands: () => FileAttachment("../data/monthly_price_bands.parquet").stream(),
  segments: () => FileAttachment("../data/segments.parquet").stream(),
  segment_sizes: () => FileAttachment("../data/segment_sizes.parquet").stream(),
  lateness: () => FileAttachment("../data/lateness.parquet").stream()
};

/** The marts that were built with the site. */
export const publishedSource: TableSource = {
  names: Object.keys(files),
  async bytes(name) {
    const fetchFile = Object.hasOwn(files, name) ? files[name] : undefined;
    if (!fetchFile)
      throw new Error(`There is no table “${name}”. There are: ${Object.keys(files).join(", ")}.`);
    return loaded(`The table “${name}”`, downloaded(fetchFile()).then(parquetBytes));
  },
  manifest: () =>
    loaded(
      "The list of tables",
      downloaded(FileAttachment("../data/manifest.json").stream()).then(manifestOf)
    )
};

/** The bytes of a Parquet file that came whole, which hosts may answer with a page or cut short. */
const parquetBytes = (bytes: Uint8Array): Uint8Array => {
  const mark = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (mark(0) !== "PAR1") throw new Error("the host sent something else in its place");
  if (bytes.length < 12 || mark(bytes.length - 4) !== "PAR1") throw new Error("the file came cut short");
  return bytes;
};

const manifestOf = (bytes: Uint8Array): Manifest => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
  } catch {
    throw new Error("the host sent something else in its place");
  }
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

const own = ownInUse() ? ownRecord() : null;
let current = own ? ownSource(own) : publishedSource;
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
