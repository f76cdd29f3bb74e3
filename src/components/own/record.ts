import type {Shop} from "../../lib/shop.js";

/** What this browser keeps of a reader's own shop, and whether pages show it. */
export interface OwnRecord {
  /** Names the folder that the tables are kept in. */
  id: string;
  kept: "opfs" | "indexeddb";
  inUse: boolean;
  /** When it was taken in, in milliseconds since 1970. */
  made: number;
  /** The files that it came from, and the rows of each. */
  files: {file: string; rows: number}[];
  /** The names of its tables. */
  tables: string[];
  firstPurchase: string;
  lastPurchase: string;
  /** What its mapping says of it: the head of each page hands it on before the first module loads. */
  shop?: Shop;
}

/** Under this name the record stands in the browser's local storage, where the head of each page reads it before it paints. */
const recordKey = "vitrine-own";

const isRecord = (value: unknown): value is OwnRecord => {
  const {id, kept, files, tables} = (value ?? {}) as Partial<OwnRecord>;
  return (
    typeof id === "string" &&
    (kept === "opfs" || kept === "indexeddb") &&
    Array.isArray(files) &&
    Array.isArray(tables)
  );
};

/** The reader's own shop; null where there is none, or this browser keeps nothing. */
export function ownRecord(): OwnRecord | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(recordKey) ?? "null");
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

let inUse: boolean | undefined;

/** Whether this page shows the reader's own shop: settled once for the page, whatever other tabs do meanwhile. */
export const ownInUse = (): boolean => (inUse ??= ownRecord()?.inUse ?? false);

/** Switches to a shop in one step, or away from all with null. */
export function writeRecord(record: OwnRecord | null): void {
  if (record) localStorage.setItem(recordKey, JSON.stringify(record));
  else localStorage.removeItem(recordKey);
}
