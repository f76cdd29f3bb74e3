import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {isAbsent} from "./absent.js";
import {dayParts} from "./dayField.js";

/** The minutes that a zone is ahead of UTC. @example zoneMinutes("-03:00") => -180 */
export function zoneMinutes(zone: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!found) return 0;
  const minutes = found[3] as string | undefined;
  return Number(`${found[1]}1`) * (Number(found[2]) * 60 + Number(minutes ?? 0));
}

/** The zones behind a column's times, and whether times without one occur. */
export interface ZoneEvidence {
  zones: string[];
  bare: boolean;
}

/**
 * Looks at all fields of a column for the zones of their times; a day without a time has no clock to tell.
 * @example zoneEvidence(["2018-08-29 10:00Z", "2018-08-29"]) => {zones: ["Z"], bare: false}
 */
export function zoneEvidence(fields: Iterable<string>): ZoneEvidence {
  const zones = new Set<string>();
  let bare = false;
  for (const field of fields) {
    if (isAbsent(field)) continue;
    const {clock, zone} = dayParts(field);
    if (zone) zones.add(zone);
    else if (clock) bare = true;
  }
  return {zones: [...zones], bare};
}

/**
 * What to make of the zones behind times that are read as they stand on the clock: nothing to say where there are none;
 * a note where they are one zone, or two an hour apart (winter and summer of one place). Refuses times of which some have
 * a zone and some none, and those of several zones, as their clocks do not agree.
 * @param zones every zone that occurs
 * @param bare whether times without a zone occur too
 * @example settleZones(["-03:00", "-02:00"], false).value => "times with the zone -03:00 or -02:00 are read as the local time that they show"
 */
export function settleZones(zones: readonly string[], bare: boolean): Result<string | null> {
  if (zones.length === 0) return ok(null);
  const offsets = [...new Set(zones.map(zoneMinutes))].sort((a, b) => a - b);
  const named = [...new Set(zones)].slice(0, 4).join(" or ");
  if (bare) return fail("zones", `some times with a zone (${named}) and some with none`);
  if (offsets.length > 2 || offsets[offsets.length - 1] - offsets[0] > 60)
    return fail("zones", `times of several zones (${named})`);
  const utc = offsets.length === 1 && offsets[0] === 0;
  return ok(
    utc
      ? `times in UTC (${named}) are read as they stand: days and hours are those of UTC`
      : `times with the zone ${named} are read as the local time that they show`
  );
}
