/** A type of DuckDB, as far as a reader of results must know it. */
export type ColumnType =
  | {kind: "scalar"; name: string}
  | {kind: "list"; element: ColumnType}
  | {kind: "struct"; fields: {name: string; type: ColumnType}[]}
  | {kind: "map"; key: ColumnType; value: ColumnType};

/**
 * Reads the text of a type, as DESCRIBE gives it. Enumerations, unions and structs without names are scalars: none of
 * their parts is looked into.
 * @example parseColumnType("DECIMAL(9,2)[]") => {kind: "list", element: {kind: "scalar", name: "DECIMAL"}}
 */
export function parseColumnType(text: string): ColumnType {
  const trimmed = text.trim();
  if (trimmed.endsWith("]"))
    return {kind: "list", element: parseColumnType(trimmed.slice(0, trimmed.lastIndexOf("[")))};
  const [, name = trimmed, inner] = /^(\w+)\((.*)\)$/s.exec(trimmed) ?? [];
  const parts = inner === undefined ? [] : split(inner);
  const [key = "", value = ""] = parts;
  if (name === "MAP") return {kind: "map", key: parseColumnType(key), value: parseColumnType(value)};
  const fields = name === "STRUCT" ? parts.map(field) : [];
  return fields.length > 0 && fields.every((part) => part !== undefined)
    ? {kind: "struct", fields}
    : {kind: "scalar", name: name.replace(/\(.*\)/s, "").toUpperCase()};
}

const field = (text: string): {name: string; type: ColumnType} | undefined => {
  const [, quoted, bare, type] = /^(?:"((?:[^"]|"")*)"|(\w+)) (.+)$/s.exec(text.trim()) ?? [];
  if (type === undefined || /^(?:WITH|PRECISION) /.test(type)) return undefined;
  return {name: quoted?.replaceAll('""', '"') ?? bare ?? "", type: parseColumnType(type)};
};

/** Parts between commas that stand outside of brackets and quotes. */
const split = (text: string): string[] => {
  const parts = [""];
  let depth = 0;
  for (const [piece] of text.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[^]/g)) {
    if (piece === "(") depth++;
    if (piece === ")") depth--;
    if (piece === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += piece;
  }
  return parts;
};
