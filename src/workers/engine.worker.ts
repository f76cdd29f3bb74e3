/** DuckDB's own worker, with a program that the page has compiled. */
import "./engine/handedProgram.js";
import "npm:@duckdb/duckdb-wasm@1.32.0/dist/duckdb-browser-eh.worker.js";
