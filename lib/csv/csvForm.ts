import {decimalSign} from "../format.js";

/** How a CSV file is written. */
export interface CsvForm {
  separator: "," | ";";
  decimal: string;
  /** What the file begins with. */
  mark: string;
  /** Whether text that a spreadsheet would read as a number or a day, such as `00123` or `3-4`, is kept as text. */
  keepText: boolean;
}

/** For programs: commas, decimal points, no mark. */
export const plainCsv: CsvForm = {separator: ",", decimal: ".", mark: "", keepText: false};

/**
 * For a spreadsheet in the language of the site: its decimal sign, the separator that goes with it, and a byte-order
 * mark, without which Excel takes UTF-8 for another encoding.
 */
export const excelCsv: CsvForm = {
  separator: decimalSign === "," ? ";" : ",",
  decimal: decimalSign,
  mark: "\uFEFF",
  keepText: true
};
