import {formatCount} from "../../lib/format.js";
import {filesRead} from "../../lib/marts/filesRead.js";
import type {Manifest} from "../../lib/marts/manifest.js";

/** A row of the `ledger` mart: a reason for leaving rows of a file out, or a file that is used whole. */
export interface LedgerRow {
  table: string;
  file: string;
  rows: number;
  used: number;
  excluded: number;
  reason: string;
}

/** A row of the `quality` mart. */
export interface CheckRow {
  check: string;
  table: string;
  rows: number;
  failing: number;
  action: string;
}

/** The rows of the ledger of files that were read: those of one table of transactions, without what was made of its lines. */
export function ledgerOf(ledger: readonly LedgerRow[], {inputs}: Pick<Manifest, "inputs">): LedgerRow[] {
  const read = new Set(filesRead(inputs).map(({file}) => file));
  return ledger.filter(({file}) => read.has(file));
}

/** Each file once, with the sum of what was left out. */
export function files(
  ledger: readonly LedgerRow[]
): {file: string; rows: number; used: number; excluded: number}[] {
  const byFile = new Map<string, {file: string; rows: number; used: number; excluded: number}>();
  for (const {file, rows, used, excluded} of ledger) {
    const entry = byFile.get(file) ?? {file, rows, used, excluded: 0};
    entry.excluded += excluded;
    byFile.set(file, entry);
  }
  return [...byFile.values()];
}

/** The page's answer in one sentence. */
export function qualityAnswer(ledger: readonly LedgerRow[], quality: readonly CheckRow[]): string {
  const all = files(ledger);
  const filled = all.filter(({rows}) => rows > 0);
  const without = all.length - filled.length;
  const sum = (field: "rows" | "used" | "excluded") => all.reduce((total, file) => total + file[field], 0);
  const reasons = ledger.filter(({excluded}) => excluded > 0).length;
  const found = quality.filter(({failing}) => failing > 0).length;
  const lost = sum("rows") - sum("used") - sum("excluded");
  const balance =
    lost === 0
      ? "no row is unaccounted for"
      : `${formatCount(lost)} ${lost === 1 ? "row is" : "rows are"} unaccounted for`;
  const out =
    reasons === 0
      ? "none is left out"
      : `${formatCount(sum("excluded"))} are left out for ${formatCount(reasons)} named ${reasons === 1 ? "reason" : "reasons"}`;
  const absent =
    without === 0 ? "" : ` (${formatCount(without)} more ${without === 1 ? "is" : "are"} absent or empty)`;
  const held =
    filled.length === 1
      ? `The file ${filled[0].file}${absent} holds`
      : `The ${formatCount(filled.length)} files${absent} hold`;
  return `${held} ${formatCount(sum("rows"))} rows: ${formatCount(sum("used"))} are used, ${out}, and ${balance}; ${formatCount(found)} of ${formatCount(quality.length)} checks found something.`;
}

/** The checks by their name and table: those that found something, the most rows first, or all where none did. */
export const checksToOpen = (quality: readonly CheckRow[]): string[] => {
  const failing = quality.filter(({failing}) => failing > 0);
  return (failing.length > 0 ? failing : quality).toSorted((a, b) => b.failing - a.failing).map(checkName);
};

/** What a check is called in a list. @example checkName({table: "orders", check: "order without items"}) => "orders: order without items" */
export const checkName = ({table, check}: {table: string; check: string}): string => `${table}: ${check}`;
