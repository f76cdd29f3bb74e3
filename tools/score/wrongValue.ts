import type {DuckDBConnection} from "@duckdb/node-api";
import {identifier} from "../../lib/sql/literal.js";
import {fits, refusal} from "../../lib/serve/customerValue.js";
import type {CustomerField} from "../../lib/serve/field.js";
import type {ScoringTable} from "./source.js";

interface Searched extends Pick<ScoringTable, "from" | "number"> {
  input: string;
  fields: readonly CustomerField[];
}

/** A sentence on the first value of a file that a field cannot have, with its row, counted from 1. */
export async function wrongValue(
  connection: DuckDBConnection,
  {input, from, fields, number}: Searched
): Promise<string> {
  const values = fields.flatMap((field) => [number(field), `cast(${identifier(field.name)} as varchar)`]);
  const result = await connection.stream(`select ${values.join(", ")} from ${from}`);
  let before = 0;
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    const columns = chunk.getColumns();
    for (let row = 0; row < chunk.rowCount; row++)
      for (const [i, field] of fields.entries()) {
        const value = columns[2 * i][row] as number;
        if (fits(field.kind, value)) continue;
        const shown = Number.isFinite(value) ? value : columns[2 * i + 1][row];
        return `${input}, row ${before + row + 1}: ${refusal(field, shown)}`;
      }
    before += chunk.rowCount;
  }
  return `${input} holds a value that is no number.`;
}
