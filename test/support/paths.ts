import {existsSync} from "node:fs";
import {resolve} from "node:path";

const csvs = process.env.OLIST_DIR ?? "../shared/olist";

/** The real nine CSVs, where they are at hand. */
export const olistDir = existsSync(csvs) ? resolve(csvs) : undefined;

/** The external cases: what each is and where it is from stands in its SOURCES.md. */
export const referenceDir = "test/reference";
