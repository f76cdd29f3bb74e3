import type {Dialect} from "../dialect/dialect.js";

interface History {
  /** Name of the common table expression; a value v comes out as name_v. */
  name: string;
  /** Column that separates one history from another: a seller, a state. */
  key: string;
  /** SELECT of key, day and values, a row per thing that ended on that day. */
  ended: string;
  /** Table expression with key and day of what wants to know its history. */
  asking: string;
  values: readonly string[];
  /** How many days back the history goes; without it to the beginning. */
  daysBack?: number;
}

/**
 * A common table expression with the sums of values, for each key and day that is asked for, over what ended on
 * earlier days. What ends on the day itself does not count, so that nothing is known before it happened.
 */
export function historySql({name, key, ended, asking, values, daysBack}: History): string {
  const list = (write: (value: string) => string) => values.map(write).join(", ");
  const frame =
    daysBack === undefined
      ? "rows between unbounded preceding and 1 preceding"
      : `range between ${daysBack} preceding and 1 preceding`;
  return `${name}_days as (
  select ${key}, day, ${list((value) => `sum(${value}) as ${value}`)}
  from (
    ${ended}
    union all
    select distinct ${key}, day, ${list(() => "0")} from ${asking}
  )
  group by ${key}, day
),
${name} as (
  select ${key}, day,
    ${list((value) => `coalesce(sum(${value}) over (partition by ${key} order by day ${frame}), 0) as ${name}_${value}`)}
  from ${name}_days
)`;
}

/** A time's day as a whole number, to count days back from. */
export const dayNumber = (time: string, d: Dialect): string =>
  `cast(${d.between("day", "date '1970-01-01'", `cast(${time} as date)`)} as integer)`;
