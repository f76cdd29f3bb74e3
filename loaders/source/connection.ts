import type {DuckDBConnection} from "@duckdb/node-api";
import type {Connection, Row} from "../../lib/source/connection.js";
import {queryRows} from "../database.js";

/** A connection to native DuckDB, as the importer asks it. */
export const connectionOf = (connection: DuckDBConnection): Connection => ({
  run: (sql) => connection.run(sql),
  rows: (sql) => queryRows<Row>(connection, sql)
});
