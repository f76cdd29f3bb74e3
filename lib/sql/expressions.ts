/**
 * A text as an SQL literal.
 * @example quote("Can't Lose Them") => "'Can''t Lose Them'"
 */
export const quote = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/**
 * An ISO local time as an SQL literal. Throws a RangeError for anything else, so that a parameter cannot
 * carry SQL.
 * @example timestampLiteral("2018-08-30T00:00:00") => "timestamp '2018-08-30 00:00:00'"
 */
export function timestampLiteral(iso: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2}))?$/.exec(iso);
  if (!parts || Number.isNaN(Date.parse(`${parts[1]}T${parts[2] ?? "00:00:00"}Z`)))
    throw new RangeError(`not a local time: ${iso}`);
  return `timestamp '${parts[1]} ${parts[2] ?? "00:00:00"}'`;
}

/** The day of a time, as a date. */
export const dayOf = (time: string): string => `cast(${time} as date)`;

/** The first day of a time's month, as a date. */
export const monthOf = (time: string): string => `cast(date_trunc('month', ${time}) as date)`;

/** A text without the white space at its ends. */
export const trimmed = (text: string): string =>
  `trim(both concat(' ', chr(9), chr(10), chr(13)) from ${text})`;

/**
 * A number to so many decimals, half away from zero. Not `round` with two arguments, which some engines work out in
 * decimals and others in binary, so that the last digit may differ.
 * @example rounded("x", 2) => "round((x) * 1e2) / 1e2"
 */
export const rounded = (expression: string, decimals: number): string =>
  `round((${expression}) * 1e${decimals}) / 1e${decimals}`;

/** A sum of whole numbers as a 32-bit integer: engines widen sums to types that a browser misreads. */
export const total = (expression: string): string => `cast(coalesce(sum(${expression}), 0) as integer)`;

/** A sum of whole numbers that 32 bits may not hold, as a double. */
export const largeTotal = (expression: string): string => `cast(coalesce(sum(${expression}), 0) as double)`;

/**
 * A count of rows, or of those where a condition holds, as a 32-bit integer. Engines disagree on count_if where the
 * condition is null in every row: 0 or null.
 */
export const tally = (condition?: string): string =>
  condition === undefined
    ? "cast(count(*) as integer)"
    : `cast(coalesce(count_if(${condition}), 0) as integer)`;
