/** A state as a tile: where it stands in the grid, from the top left. */
export interface Tile {
  state: string;
  name: string;
  column: number;
  row: number;
}

/** The states by position: neighbours on the map are near one another, the outline is Brazil's. */
const rows = `
.. RR AP .. .. ..
.. AM PA MA CE RN
AC RO TO PI PE PB
.. MT GO BA SE AL
.. MS DF MG ES ..
.. .. SP RJ .. ..
.. .. PR SC .. ..
.. .. RS .. .. ..`
  .trim()
  .split("\n")
  .map((line) => line.split(" "));

/** The names of the 27 federative units by their two letters. */
export const stateNames: Readonly<Record<string, string>> = {
  AC: "Acre",
  AL: "Alagoas",
  AM: "Amazonas",
  AP: "Amapá",
  BA: "Bahia",
  CE: "Ceará",
  DF: "Distrito Federal",
  ES: "Espírito Santo",
  GO: "Goiás",
  MA: "Maranhão",
  MG: "Minas Gerais",
  MS: "Mato Grosso do Sul",
  MT: "Mato Grosso",
  PA: "Pará",
  PB: "Paraíba",
  PE: "Pernambuco",
  PI: "Piauí",
  PR: "Paraná",
  RJ: "Rio de Janeiro",
  RN: "Rio Grande do Norte",
  RO: "Rondônia",
  RR: "Roraima",
  RS: "Rio Grande do Sul",
  SC: "Santa Catarina",
  SE: "Sergipe",
  SP: "São Paulo",
  TO: "Tocantins"
};

/** The 27 states as tiles of a grid of 6 columns and 8 rows. */
export const tiles: readonly Tile[] = rows.flatMap((line, row) =>
  line.flatMap((state, column) => (state === ".." ? [] : [{state, name: stateNames[state], column, row}]))
);

/** The size of the grid. */
export const grid = {columns: rows[0].length, rows: rows.length};

const twoDigits = (value: number): number => Number(value.toPrecision(2));

/**
 * Bounds that part positive values into at most `classes` classes of about the same count, rounded to two digits.
 * A value belongs to class 1 + the number of bounds that it reaches.
 * @example classBounds([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5) => [3, 5, 7, 9]
 */
export function classBounds(values: readonly number[], classes: number): number[] {
  const sorted = values.filter((value) => Number.isFinite(value) && value > 0).sort((a, b) => a - b);
  const bounds = Array.from(
    {length: classes - 1},
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / classes)]
  );
  return [...new Set(bounds.filter((bound) => bound > sorted[0]).map(twoDigits))];
}

/** The class of a value: 0 for none, else from 1. @example classOf(5, [3, 5, 7, 9]) => 3 */
export const classOf = (value: number | null | undefined, bounds: readonly number[]): number =>
  value == null || !(value > 0) ? 0 : 1 + bounds.filter((bound) => value >= bound).length;
