import type {OpenMarts} from "../../support/marts.js";
import type {FeatureTable} from "../../../lib/features/labels.js";
import {featureInputs, featuresSql} from "../../../lib/features/sql.js";
import type {FeatureParameters} from "../../../lib/features/sql.js";

/** Rows of objects as columns. */
export const byColumn = (rows: readonly Record<string, unknown>[]): FeatureTable =>
  Object.fromEntries(Object.keys(rows[0] ?? {}).map((name) => [name, rows.map((row) => row[name])]));

export const featureRows = (open: OpenMarts, parameters: FeatureParameters) =>
  open.rows<Record<string, number | string | Date | null>>(featuresSql(parameters));

/** What a test changes of the marts is undone after it. */
export const undone = (open: () => OpenMarts) => ({
  begin: () => open().run("begin transaction"),
  end: () => open().run("rollback")
});

/** How many rows two settings of the marts differ in; each row of `before` is compared with `after`. */
export async function differences(open: OpenMarts, before: string, after: string): Promise<number> {
  const [{n}] = await open.rows<{n: number}>(
    `select (select count(*) from (from ${before} except from ${after})) + (select count(*) from (from ${after} except from ${before})) as n`
  );
  return n;
}

/** Puts the rows of every mart into another order. */
export async function shuffleMarts(open: OpenMarts): Promise<void> {
  for (const name of featureInputs)
    await open.run(`create or replace table ${name} as from ${name} order by hash(${name}::varchar)`);
}

/** Takes away whatever happened at the cutoff or later, and all that was summed up from it. */
export async function travelTo(open: OpenMarts, cutoff: string, strict: boolean): Promise<void> {
  const now = `timestamp '${cutoff.replace("T", " ")}'`;
  const known = (time: string) => `case when ${time} < ${now} then ${time} end as ${time}`;
  await open.run(`create or replace table orders as
    select * replace (${["approved_at", "shipped_at", "delivered_at"].map(known).join(", ")}, null::integer as review_score,
      null::boolean as late, null::varchar as payment_type, null::integer as payment_cents, null::integer as installments
      ${strict ? ", 'created' as status" : ""})
    from orders where purchased_at < ${now}`);
  for (const name of ["items", "payments", "reviews"])
    await open.run(`create or replace table ${name} as from ${name} semi join orders using (order_key)`);
  await open.run(`create or replace table reviews as from reviews where answered_at < ${now}`);
}
