import {DOUBLE, DuckDBScalarFunction} from "@duckdb/node-api";
import type {DuckDBConnection, DuckDBDataChunk, DuckDBDoubleVector} from "@duckdb/node-api";
import {quote} from "../../lib/sql/expressions.js";
import {identifier} from "../../lib/sql/literal.js";
import type {TrainedModel} from "../../lib/model/model.js";
import {marginsOf, probabilityOf} from "../../lib/model/model.js";
import {fits} from "../../lib/serve/customerValue.js";
import type {CustomerField} from "../../lib/serve/field.js";
import {fieldsOf, usedColumns} from "../../lib/serve/field.js";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import {wrongValue} from "./wrongValue.js";
import type {Format} from "./source.js";
import {firstLine, scoringTable} from "./source.js";

interface ScoreFileOptions {
  model: TrainedModel;
  input: string;
  /** Written to as it is: the caller renames it. */
  out: string;
  format: Format;
  keep?: readonly string[];
  onRows?: (rows: number) => void;
}

/** Rows that DuckDB hands over at once. */
const chunkRows = 2048;

const copyOptions: Record<Format, string> = {
  csv: "format csv, header true",
  parquet: "format parquet, compression zstd"
};

/** A column of a model that moves its score, and the field that it is made of. */
interface UsedColumn {
  at: number;
  field: CustomerField;
  level?: string;
}

function usedOf(model: TrainedModel): UsedColumn[] {
  const fields = new Map(fieldsOf(model).map((field) => [field.name, field]));
  const used = usedColumns(model);
  return model.features.flatMap((feature, at) => {
    const [name] = feature.split("=", 1);
    const field = fields.get(name);
    if (!used[at] || !field) return [];
    return [{at, field, level: name === feature ? undefined : feature.slice(name.length + 1)}];
  });
}

/**
 * Scores the rows of a file, in their order, without holding them: DuckDB reads and writes, and hands over a few thousand
 * rows at a time. Probabilities are those of `scoreColumns` to the last bit. Fails with a sentence that names file, column
 * and row; gives the number of rows.
 */
export async function scoreFile(
  connection: DuckDBConnection,
  options: ScoreFileOptions
): Promise<Result<number>> {
  const {model, input, out, format, keep = [], onRows} = options;
  const table = await scoringTable(connection, input, fieldsOf(model), keep);
  if (!table.ok) return table;
  const {from, kept, number, level} = table.value;
  const used = usedOf(model);
  const unread = new Float32Array(chunkRows);
  const columns = model.features.map((_, j) =>
    used.some(({at}) => at === j) ? new Float32Array(chunkRows) : unread
  );
  let rows = 0;
  let wrong = false;
  const main = (
    info: {setError: (text: string) => void},
    input: DuckDBDataChunk,
    output: DuckDBDoubleVector
  ) => {
    const count = input.rowCount;
    used.forEach(({at, field: {kind}}, i) => {
      const vector = input.getColumnVector(i) as DuckDBDoubleVector;
      const column = columns[at];
      for (let row = 0; row < count; row++) {
        const value = vector.getItem(row) ?? NaN;
        if (kind !== "category" && !fits(kind, value)) wrong = true;
        column[row] = value;
      }
    });
    if (wrong) return info.setError("a value is wrong");
    const margins = marginsOf(model, columns, count);
    for (let row = 0; row < count; row++) output.setItem(row, probabilityOf(model, margins[row]));
    output.flush();
    onRows?.((rows += count));
  };
  const scalar = DuckDBScalarFunction.create({
    ...{name: "vitrine_probability", returnType: DOUBLE, varArgsType: DOUBLE},
    ...{specialHandling: true, volatile: true},
    mainFunction: (info, input, output) => main(info, input, output as DuckDBDoubleVector)
  });
  connection.registerScalarFunction(scalar);
  const values = used.map(({field, level: own}) => (own === undefined ? number(field) : level(field, own)));
  const select = `select ${[...kept.map(identifier), `vitrine_probability(${values.join(", ") || "0e0"}) as probability`].join(", ")} from ${from}`;
  try {
    await connection.run(`copy (${select}) to ${quote(out)} (${copyOptions[format]})`);
  } catch (error) {
    if (!wrong) return fail("read", `${input} could not be scored: ${firstLine(error)}`);
    return fail("value", await wrongValue(connection, {input, from, fields: numbersOf(used), number}));
  }
  return ok(rows);
}

const numbersOf = (used: readonly UsedColumn[]) =>
  used.flatMap(({field, level}) => (level === undefined ? [field] : []));
