import type {Connection} from "./connection.js";
import type {Table} from "./tables.js";
import {exclude, listedRows} from "./ledger.js";
import {typedName} from "./read.js";

/** The box of mainland Brazil, in degrees. Fernando de Noronha lies outside it. */
const mainland = {south: -33.75116944, north: 5.27438888, west: -73.98283055, east: -34.79314722};

const inside = `(lat BETWEEN ${mainland.south} AND ${mainland.north}
  AND lng BETWEEN ${mainland.west} AND ${mainland.east})`;

const copy = "exact duplicate of another row";
const outside = "point outside mainland Brazil";
const outsideCopy = "exact duplicate of another row, outside mainland Brazil";

/**
 * Stages each distinct point of mainland Brazil once, with the count of its `copies` in the file; says
 * which rows were copies of another or lie outside.
 */
export async function stageGeolocation(connection: Connection, table: Table): Promise<void> {
  const from = typedName(table);
  const key = "zip, lat, lng, city, state";
  await connection.run(`
    CREATE OR REPLACE TABLE staged_geolocation AS
    SELECT ${key}, CAST(count(*) AS INTEGER) AS copies, min("row") AS first_row FROM ${from} GROUP BY ALL`);
  await exclude(connection, table, {
    counts: `
      SELECT CASE WHEN ${inside} THEN '${copy}' ELSE '${outsideCopy}' END AS reason,
        sum(copies - 1) AS "rows" FROM staged_geolocation WHERE copies > 1 GROUP BY ALL
      UNION ALL
      SELECT '${outside}', count(*) FROM staged_geolocation WHERE NOT ${inside} HAVING count(*) > 0`,
    list: `
      SELECT CASE WHEN ${inside} THEN '${copy}' WHEN "row" = first_row THEN '${outside}'
        ELSE '${outsideCopy}' END AS reason, "row" AS row_number, concat_ws(', ', zip, lat, lng, t.city, state) AS detail
      FROM ${from} AS t JOIN (
        (FROM staged_geolocation WHERE NOT ${inside})
        UNION ALL
        (FROM staged_geolocation WHERE ${inside} AND copies > 1 ORDER BY first_row LIMIT ${listedRows})
      ) AS p USING (zip, lat, lng, state)
      WHERE t.city IS NOT DISTINCT FROM p.city AND ("row" <> first_row OR NOT ${inside})`
  });
  await connection.run(`
    DELETE FROM staged_geolocation WHERE NOT ${inside};
    ALTER TABLE staged_geolocation DROP COLUMN first_row`);
}
