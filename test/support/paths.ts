import {existsSync} from "node:fs";
import {resolve} from "node:path";

const present = (directory: string) => (existsSync(directory) ? resolve(directory) : undefined);

/** The real nine CSVs, where they are at hand. */
export const olistDir = present(process.env.OLIST_DIR ?? "../shared/olist");

/** The external cases, where they are at hand. */
export const referenceDir = present(process.env.VITRINE_REFERENCE ?? "../shared/reference");
