import type {Connection} from "./connection.js";
import type {ZoneEvidence} from "../reading/zones.js";
import type {Table} from "./tables.js";
import {settleZones} from "../reading/zones.js";
import {typedName} from "./read.js";
import {numbers} from "./sql.js";

/** A file's column of times, and the zones that they show. */
export interface TimeColumn extends ZoneEvidence {
  file: string;
  name: string;
}

/** The columns of times of a file that is written as the published ones are: none of them shows a zone. */
export async function plainTimes(connection: Connection, table: Table): Promise<TimeColumn[]> {
  const columns = table.columns.filter(({kind}) => kind.is === "time");
  if (columns.length === 0) return [];
  const counts = columns.map(({staged}) => `count(${staged}) AS ${staged}`).join(", ");
  const times = await numbers(connection, `SELECT ${counts} FROM ${typedName(table)}`);
  return columns.map(({name, staged}) => ({file: table.file, name, zones: [], bare: times[staged] > 0}));
}

/**
 * The note about times that show different zones, some perhaps none, in several columns of all files: differences between
 * them rest on clocks that do not agree. null where all agree.
 */
export function fileZonesNote(columns: readonly TimeColumn[]): string | null {
  const timed = columns.filter(({zones, bare}) => bare || zones.length > 0);
  const all = timed.flatMap(({zones}) => zones);
  const bare = timed.some(({zones}) => zones.length === 0);
  if (settleZones(all, bare).ok) return null;
  const shown = new Map<string, string[]>();
  for (const {file, name, zones} of timed) {
    const place = `${zones.join(" or ") || "no zone"} in ${file}`;
    shown.set(place, [...(shown.get(place) ?? []), name]);
  }
  const parts = [...shown].map(([place, names]) => `${place} (${names.join(", ")})`);
  return `times show ${parts.join(", ")} and are read as they stand: hours and days from one to the other may be off by the difference of the zones`;
}
