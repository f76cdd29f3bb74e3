import {states} from "../../lib/marts/regions.js";
import {quote} from "../../lib/sql/expressions.js";
import {mostCents} from "../../lib/source/numberBounds.js";
import type {Column, Table} from "../../lib/source/tables.js";

/** Up to this share of a table's rows may be left out; beyond it the job ends. */
const shareLeftOut = 1e-2;

/** The box of mainland Brazil, in degrees, as our own importer has it. */
const outsideSql =
  "when not (t.lat between -33.75116944e0 and 5.27438888e0 and t.lng between -73.98283055e0 and -34.79314722e0) then 'point outside mainland Brazil'";

/** SQL of whether a value lies within what its column may hold; null where it may hold anything of its type. */
function within({staged, kind}: Column): string | null {
  const value = `t.${staged}`;
  switch (kind.is) {
    case "state":
      return `${value} in (${states.map(quote).join(", ")})`;
    case "time":
      return `${value} >= timestamp '2000-01-01 00:00:00' and ${value} < timestamp '2101-01-01 00:00:00'`;
    case "money":
      return `${value} between 0 and ${mostCents}`;
    case "integer":
    case "degrees":
      return `${value} between ${kind.least} and ${kind.most}`;
    case "zip":
      return `length(${value}) = 5 and translate(${value}, '0123456789', '') = ''`;
    case "id":
    case "text":
    case "name":
    case "category":
    case "choice":
      return null;
  }
}

/**
 * SELECT of a table's rows beside the first reason to leave each out, null where it is used: a value that is missing,
 * one out of bounds, a parent that is not used.
 */
export function judgedSql(table: Table): string {
  const missing = table.columns
    .filter(({nullable}) => !nullable)
    .map(({staged}) => `when t.${staged} is null then ${quote(`its ${staged} is missing`)}`);
  const outside = table.columns.flatMap((column) => {
    const test = within(column);
    return test === null ? [] : [`when not (${test}) then ${quote(`its ${column.staged} is out of range`)}`];
  });
  const parents = table.parents ?? [];
  const orphans = parents.map(
    ({column, table: parent}, at) =>
      `when p${at}.${column} is null then ${quote(`its ${column} is not among the ${parent} used`)}`
  );
  const joins = parents.map(
    ({column, table: parent}, at) => `\nleft join staged_${parent} p${at} on p${at}.${column} = t.${column}`
  );
  const keys = parents.flatMap(({column}, at) => keysOf[column].map((key) => `p${at}.${key}`));
  const reasons = [...missing, ...outside, ...orphans, ...(table.name === "geolocation" ? [outsideSql] : [])];
  return `select t.*, ${[...keys, `case ${reasons.join("\n    ")} else null end`].join(", ")} as reason
from typed_${table.name} t${joins.join("")}`;
}

/** What a row takes over from its parent. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  customer_id: ["customer_key"],
  order_id: ["order_key"],
  product_id: ["product_key"],
  seller_id: ["seller_key"]
};

/** SELECT that ends the job, in a sentence, where two rows share a key or too many are left out. */
export function refusalsSql({name, key}: Table): string {
  const tooMany = `select concat(${quote(`${name}: `)}, cast(count(*) as varchar), ' rows are left out, the first reason being that ', min(reason), '.') as problem
from judged_${name} where reason is not null
having count(*) > ${shareLeftOut} * (select count(*) from typed_${name})`;
  const repeated = `select concat(${quote(`${name}: `)}, cast(count(*) as varchar), ${quote(` values of ${key.join(", ")} stand in several rows, where each may stand once.`)}) as problem
from (select ${key.join(", ")} from judged_${name} where reason is null group by ${key.join(", ")} having count(*) > 1) repeated
having count(*) > 0`;
  return key.length === 0 ? tooMany : `${tooMany}\nunion all\n${repeated}`;
}
