import {csvText} from "../csv/csvText.js";
import type {Progress} from "../driven.js";
import {marginsOf, probabilityOf} from "../model/model.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {customerRow, keyNames, missingField, unknownField} from "./customerRow.js";
import type {ServedModel} from "./predictor.js";
import {labelOf} from "./predictor.js";
import {cellValue, customerTable} from "./typedCustomer.js";

/** A row that has no score, counted from 1 below the header, and why. */
export interface RefusedRow {
  row: number;
  message: string;
}

export interface ScoredTable {
  /** Keys where the table has them, else the row; probability and label. Refused rows are not in it. */
  csv: string;
  rows: number;
  scored: number;
  /** Of the scored rows, those with label 1. */
  ones: number;
  /** Mean probability of the scored rows; 0 where there is none. */
  mean: number;
  refused: RefusedRow[];
}

const blockRows = 2048;

/**
 * Scores a table of customers, as its text has it: those that can be, with a sentence for each other. Fails where a column
 * is no field of the model or one that it needs is not there.
 * @example finish(scoreTable("frequency\n1\nx", served)).value.refused[0].message => "“frequency” must be a whole number or null, not \"x\"."
 */
export function* scoreTable(text: string, served: ServedModel): Generator<Progress, Result<ScoredTable>> {
  const {model, fields} = served;
  const table = customerTable(text);
  if (!table.ok) return table;
  const {header, rows, separator} = table.value;
  const names = fields.map(({name}) => name);
  const twice = header.find((name, i) => header.indexOf(name) !== i);
  if (twice !== undefined) return fail("twice", `Two columns are named “${twice}”: leave one out.`);
  const strange = header.find((name) => !names.includes(name) && !keyNames.includes(name));
  if (strange !== undefined) return fail("unknown", unknownField(strange, names));
  const absent = fields.find(({name, used}) => used && !header.includes(name));
  if (absent) return fail("missing", missingField(absent));
  const kinds = header.map(
    (name) => fields.find((field) => field.name === name) ?? {kind: "category" as const}
  );
  const keys = header.flatMap((name, i) => (keyNames.includes(name) ? [{name, i}] : []));
  const rowOf = customerRow(fields, model.features);

  const refused: RefusedRow[] = [];
  const parts: string[] = [];
  let [scored, ones, sum] = [0, 0, 0];
  for (let start = 0; start < rows.length; start += blockRows) {
    const block = rows.slice(start, start + blockRows);
    const columns = model.features.map(() => new Float32Array(block.length));
    const kept: number[] = [];
    block.forEach((cells, i) => {
      if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== ""))
        return refused.push({
          row: start + i + 1,
          message: `The row has ${cells.length} values, the header ${header.length}.`
        });
      const customer = Object.fromEntries(
        header.map((name, j) => [name, cellValue(kinds[j], cells[j] ?? "", separator)])
      );
      const read = rowOf(customer);
      if (!read.ok) return refused.push({row: start + i + 1, message: read.message});
      read.value.row.forEach((value, j) => (columns[j][kept.length] = value));
      return kept.push(i);
    });
    const margins = marginsOf(model, columns, kept.length);
    const out = kept.map((i, at) => {
      const probability = probabilityOf(model, margins[at]);
      const label = labelOf(served, probability);
      ones += label;
      sum += probability;
      const own = keys.length
        ? Object.fromEntries(keys.map(({name, i: j}) => [name, block[i][j]]))
        : {row: start + i + 1};
      return {...own, probability, label};
    });
    scored += kept.length;
    const csv = csvText(out, [
      ...(keys.length ? keys.map(({name}) => name) : ["row"]),
      "probability",
      "label"
    ]);
    parts.push(parts.length ? csv.slice(csv.indexOf("\n") + 1) : csv);
    yield {share: Math.min(1, (start + blockRows) / rows.length)};
  }
  return ok({csv: parts.join(""), rows: rows.length, scored, ones, mean: scored ? sum / scored : 0, refused});
}
