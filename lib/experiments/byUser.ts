import type {Users} from "./users.js";
import {noDay} from "./users.js";

/** How several rows of one user count. */
export type Repeats = "sum" | "ever" | "rows";

/** Rows made into users. */
export interface ByUser {
  users: Users;
  /** Users who have several rows. */
  repeated: number;
  /** Users who were in more than one arm, and their rows: they are left out. */
  crossed: {users: number; rows: number};
  /** Users, before any is left out. */
  distinct: number;
}

/**
 * Rows of the same user as one: outcomes (and denominators) added up, or whether any was 1 (`ever`); values from before
 * averaged; the first day. Users who were in more than one arm are left out: no arm's effect is theirs.
 * @param ids the user of each row
 * @example byUser({arms: ["a", "b"], arm: Uint8Array.of(0, 0, 1), outcome: Float64Array.of(1, 1, 0)}, ["x", "x", "y"], "sum").users.outcome => [2, 0]
 */
export function byUser(rows: Users, ids: readonly string[], how: "sum" | "ever"): ByUser {
  const places = new Map<string, number>();
  const userOf = Int32Array.from(ids, (id) => {
    const known = places.get(id);
    if (known !== undefined) return known;
    places.set(id, places.size);
    return places.size - 1;
  });
  const distinct = places.size;
  const counts = new Uint32Array(distinct);
  const arm = new Uint8Array(distinct);
  const outcome = new Float64Array(distinct);
  const before = new Float64Array(distinct);
  const known = new Uint32Array(distinct);
  const day = new Int32Array(distinct).fill(noDay);
  const denominator = new Float64Array(distinct);
  const several = new Uint8Array(distinct);
  userOf.forEach((user, row) => {
    if (counts[user]++ === 0) arm[user] = rows.arm[row];
    else if (arm[user] !== rows.arm[row]) several[user] = 1;
    outcome[user] =
      how === "sum" ? outcome[user] + rows.outcome[row] : Math.max(outcome[user], rows.outcome[row]);
    if (rows.before && !Number.isNaN(rows.before[row])) {
      before[user] += rows.before[row];
      known[user]++;
    }
    if (rows.day && rows.day[row] !== noDay && (day[user] === noDay || rows.day[row] < day[user]))
      day[user] = rows.day[row];
    if (rows.denominator) denominator[user] += rows.denominator[row];
  });
  const crossed = {users: 0, rows: 0};
  several.forEach((is, user) => {
    if (!is) return;
    crossed.users++;
    crossed.rows += counts[user];
  });
  const one = (_: number, user: number) => !several[user];
  const means = before.map((sum, user) => (known[user] ? sum / known[user] : NaN));
  return {
    users: {
      arms: rows.arms,
      arm: arm.filter(one),
      outcome: outcome.filter(one),
      ...(rows.before ? {before: means.filter(one)} : {}),
      ...(rows.day ? {day: day.filter(one)} : {}),
      ...(rows.denominator ? {denominator: denominator.filter(one)} : {})
    },
    repeated: counts.reduce((sum, count) => sum + Number(count > 1), 0),
    crossed,
    distinct
  };
}
