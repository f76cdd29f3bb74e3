import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {Lab} from "../../lib/lab/lab.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import {withDatabase} from "../../loaders/database.js";
import {manifestFile} from "../../loaders/manifest.js";
import {viewMarts} from "../../loaders/views.js";
import type {NodeLab} from "../models/lab.js";
import {nodeLab} from "../models/lab.js";

/** Opens a shop's marts for a monitor's work, and closes them whatever happens. */
export const withShop = <T>(marts: string, work: (lab: NodeLab) => Promise<T>): Promise<T> =>
  withMarts(marts, async (connection) => {
    const lab = await nodeLab(connection, marts);
    try {
      return await work(lab);
    } finally {
      await lab.close();
    }
  });

/** The same for a delivery, on which nothing is trained. */
export const withDelivery = <T>(
  marts: string,
  work: (delivery: Pick<Lab, "columns" | "about">) => Promise<T>
): Promise<T> =>
  withMarts(marts, async (connection) => {
    const about = JSON.parse(await readFile(join(marts, manifestFile), "utf8")) as Manifest;
    return work({
      about: () => Promise.resolve(about),
      async columns(sql) {
        const reader = await connection.runAndReadAll(sql);
        const columns = reader.getColumnsJS();
        return Object.fromEntries(
          reader
            .columnNames()
            .map((name, i) => [
              name,
              (columns[i] ?? []).map((value) => (typeof value === "bigint" ? Number(value) : value))
            ])
        );
      }
    });
  });

const withMarts = <T>(marts: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> =>
  withDatabase(async (connect) => {
    const connection = await connect();
    await viewMarts(connection, marts);
    return work(connection);
  });
