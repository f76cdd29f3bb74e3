/** How a result is shown: as rows, or drawn with a mark. */
export const showings = ["table", "bar", "line", "dot"] as const;
export type Showing = (typeof showings)[number];

/** Which columns a picture is drawn of; no colour is "". */
export interface Channels {
  x: string;
  y: string;
  color: string;
}

/** What a column of a result holds, as far as a picture cares. */
export type Kind = "number" | "time" | "text";

type Row = Readonly<Record<string, unknown>>;

/**
 * What a column of rows holds, by its first value that is there.
 * @example kindOf([{n: null}, {n: 3}], "n") => "number"
 */
export function kindOf(rows: readonly Row[], column: string): Kind {
  const value = rows.map((row) => row[column]).find((one) => one !== null && one !== undefined);
  return typeof value === "number" ? "number" : value instanceof Date ? "time" : "text";
}

/**
 * The channels asked for where the result has such columns; else the first column that is no number across (or the first
 * of all) and the first number that is another up.
 * @example channelsFor([{state: "SP", orders: 3}], ["state", "orders"], {x: "", y: "", color: ""}) => {x: "state", y: "orders", color: ""}
 */
export function channelsFor(rows: readonly Row[], columns: readonly string[], asked: Channels): Channels {
  const having = (name: string) => (columns.includes(name) ? name : "");
  const x = having(asked.x) || columns.find((name) => kindOf(rows, name) !== "number") || columns[0] || "";
  const y =
    having(asked.y) ||
    columns.find((name) => name !== x && kindOf(rows, name) === "number") ||
    columns[1] ||
    x;
  return {x, y, color: having(asked.color)};
}
