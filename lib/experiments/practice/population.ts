import {millisecondsPerDay} from "../../days.js";
import {conditionsOf} from "../../explore/conditions.js";
import {knownPeopleSql} from "../../explore/knownSql.js";
import {segments} from "../../marts/segments.js";
import {quote, timestampLiteral, total} from "../../sql/expressions.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";

/** The people of a practice campaign, a row each, in columns: what they really did before a day and after it. */
export interface Population {
  /** Keys of the customers, each once. */
  person: Int32Array;
  /** What they had spent on delivered orders before the day, in reais. */
  before: Float64Array;
  /** What they spent on delivered orders within the horizon from that day on, in reais; 0 where they bought nothing. */
  after: Float64Array;
  /** 1 where they bought again within the horizon. */
  again: Uint8Array;
  /** People of the same segment and state who are not of the population chosen, where one is. */
  outside?: number;
}

/** Whom a campaign is for, and when. */
export interface PopulationChoice {
  /** One of the eight segments, or "all". */
  segment: string;
  /** Two letters, or "all". */
  state: string;
  /** ISO day on which the campaign begins: segment and history are as of its midnight. */
  day: string;
  /** Days from then on that the real outcome counts. */
  horizon: number;
  /** Conditions on orders bought before the day, by what was known then, one of which each person has. */
  population?: string;
}

/** Fewer people than this make no experiment. */
export const fewestPeople = 20;

/**
 * The people of a campaign with their history and what really came after, from the marts, in the order of their keys.
 * @example populationSql({segment: "Champions", state: "SP", day: "2018-01-01", horizon: 90})
 */
export function populationSql({segment, state, day, horizon, population = ""}: PopulationChoice): string {
  const begin = `${day}T00:00:00`;
  const end = new Date(Date.parse(`${begin}Z`) + horizon * millisecondsPerDay).toISOString().slice(0, 19);
  const conditions = population === "" ? undefined : conditionsOf(population);
  const inside = conditions
    ? `,\n  case when p.customer_key in (\n${knownPeopleSql(conditions, day)}\n) then 1 else 0 end as in_population`
    : "";
  const wanted = [
    segment === "all" ? [] : `p.segment = ${quote(segment)}`,
    state === "all" ? [] : `p.state = ${quote(state)}`
  ].flat();
  return `with people as (
${segments.sql({cutoff: begin})}
),
later as (
  select customer_key, ${total("price_cents")} as after_cents
  from orders
  where status = 'delivered' and purchased_at >= ${timestampLiteral(begin)} and purchased_at < ${timestampLiteral(end)}
  group by customer_key
)
select p.customer_key, p.monetary_cents as before_cents, coalesce(l.after_cents, 0) as after_cents,
  case when l.customer_key is null then 0 else 1 end as again${inside}
from people p
left join later l on l.customer_key = p.customer_key
${wanted.length > 0 ? `where ${wanted.join(" and ")}` : ""}
order by p.customer_key`;
}

/**
 * The columns of `populationSql`'s answer as a population. Fails where there are too few people for an experiment.
 * @example populationOf({customer_key: [1], before_cents: [100], after_cents: [0], again: [0]}).ok => false
 */
export function populationOf(table: Readonly<Record<string, ArrayLike<unknown>>>): Result<Population> {
  const column = (name: string) => {
    if (!(name in table)) throw new Error(`missing column: ${name}`);
    const values = Array.from(table[name], Number);
    return inside ? values.filter((_, row) => inside[row] === 1) : values;
  };
  const inside = "in_population" in table ? Array.from(table.in_population, Number) : undefined;
  const person = Int32Array.from(column("customer_key"));
  if (person.length < fewestPeople)
    return fail(
      "people",
      `${person.length === 0 ? "Nobody is" : person.length === 1 ? "Only one person is" : `Only ${person.length} people are`} in this population on that day: choose a larger one or a later day.`
    );
  return ok({
    person,
    before: Float64Array.from(column("before_cents"), (cents) => cents / 100),
    after: Float64Array.from(column("after_cents"), (cents) => cents / 100),
    again: Uint8Array.from(column("again")),
    ...(inside ? {outside: inside.length - person.length} : {})
  });
}
