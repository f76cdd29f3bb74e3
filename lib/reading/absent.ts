/**
 * Words that tools write for nothing: databases, pandas, R, spreadsheets. In lower case; compare without regard to case.
 * Free text keeps most of them, as a customer may have written "-" or "none": see `absentTexts`.
 */
export const absentWords: readonly string[] = [
  "",
  "null",
  "(null)",
  "nil",
  "none",
  "nan",
  "nat",
  "na",
  "<na>",
  "n/a",
  "#n/a",
  "\\n",
  "-",
  "–",
  "0000-00-00",
  "0000-00-00 00:00:00"
];

/** Those of them that nobody writes as a text: whole cells, in this case alone. */
export const absentTexts: readonly string[] = ["NULL", "(null)", "\\N", "NaN", "NaT", "<NA>", "#N/A"];

const words = new Set(absentWords);

/** Whether a field stands for nothing. @example isAbsent(" NaT ") => true */
export const isAbsent = (field: string): boolean => words.has(field.trim().toLowerCase());
