import type {Journeys} from "../../../lib/journeys/journeys.js";
import {journeysOf} from "../../../lib/journeys/journeys.js";
import {openMarts, realMarts} from "../../support/marts.js";

/** The orders of the real files. */
export async function realJourneys(): Promise<Journeys> {
  const open = await openMarts(await realMarts());
  const rows = await open.rows<Record<string, unknown>>("from journeys");
  open.close();
  const columns = Object.fromEntries(
    Object.keys(rows[0]).map((name) => [name, rows.map((row) => row[name])])
  );
  return journeysOf({...columns, day: columns.day.map((day) => new Date(String(day)))});
}
