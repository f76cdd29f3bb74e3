import {sampleOf} from "../../lib/drift/sample.js";
import type {CustomerExamples} from "../../lib/features/matrix.js";
import {examplesOf} from "../../lib/features/matrix.js";
import {columnOf} from "../../lib/features/labels.js";
import {featureColumnsSql} from "../../lib/lab/data.js";
import type {Lab} from "../../lib/lab/lab.js";
import type {inputColumns} from "../../lib/monitor/columns.js";
import {featureValues} from "../../lib/monitor/columns.js";
import {figuresOf, figuresSql, inputsSql} from "../../lib/monitor/figuresSql.js";
import type {MonthData} from "../../lib/monitor/judgedMonths.js";
import type {WatchedMonth} from "../../lib/monitor/months.js";
import type {WatchedColumn} from "../../lib/monitor/report.js";
import type {Result} from "../../lib/result.js";
import {ok} from "../../lib/result.js";
import {countsApproved} from "./countsApproved.js";

/** A month's data, with everybody's features on the day that it is judged. */
export interface ReadMonth {
  data: MonthData;
  examples: Omit<CustomerExamples, "city">;
  /** Each row's person, by the id of the files. */
  ids: readonly string[];
  /** 1 where a person did not order again; null as long as the outcome is open. */
  labels: Uint8Array | null;
  buyers: Uint32Array;
}

/** Reads a month as it was known on the day that it is judged: an order counts from its approval on. */
export async function readMonth(
  lab: Pick<Lab, "columns" | "about">,
  month: WatchedMonth,
  columns: readonly WatchedColumn[],
  horizon: number
): Promise<Result<ReadMonth>> {
  const strict = countsApproved(await lab.about());
  const table = await lab.columns(featureColumnsSql({asof: month.cutoff, horizon, strict}));
  const read = examplesOf(table, {label: {kind: "rule"}, preset: "forward"});
  if (!read.ok) return read;
  const {columns: features, values, labels, times, keys} = read.value;
  const start = Date.parse(`${month.month}-01T00:00:00Z`);
  const buyers = Uint32Array.from(times.keys()).filter((row) => times[row] >= start);
  const inputs = inputsSql(month);
  const samples = [];
  for (const {name, kind, of} of columns) {
    const values =
      of === "feature"
        ? featureValues(table, name, buyers)
        : (await lab.columns(inputs[name as (typeof inputColumns)[number]])).value;
    samples.push(sampleOf(kind, values));
  }
  const counted = await lab.columns(figuresSql(month));
  const row = Object.fromEntries(Object.entries(counted).map(([name, values]) => [name, Number(values[0])]));
  const known = columnOf(table, "label_forward");
  const open = known.length > 0 && known[0] == null;
  const ids = await personIds(lab);
  return ok({
    ids: Array.from(keys, (key) => ids.get(key) ?? ""),
    data: {...month, buyers: buyers.length, samples, figures: figuresOf(row, month)},
    examples: {columns: features, values, labels, times, keys},
    labels: open ? null : Uint8Array.from(known, Number),
    buyers
  });
}

const persons = new WeakMap<object, Promise<ReadonlyMap<number, string>>>();

/** People's ids in the files by their key in a shop's marts. */
export function personIds(lab: Pick<Lab, "columns" | "about">): Promise<ReadonlyMap<number, string>> {
  const known = persons.get(lab) ?? read(lab);
  persons.set(lab, known);
  return known;
}

async function read(lab: Pick<Lab, "columns" | "about">): Promise<ReadonlyMap<number, string>> {
  const {customer_key, customer_unique_id} = await lab.columns(
    "select customer_key, customer_unique_id from customer_ids"
  );
  return new Map(Array.from(customer_key, (key, row) => [Number(key), String(customer_unique_id[row])]));
}
