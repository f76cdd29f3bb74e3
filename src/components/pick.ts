import {placeCodes} from "../lib/state/placeCodes.js";
import {tiles} from "./brazil.js";
import {placeName} from "./placeName.js";
import type {ValueElement} from "./stateInput.js";

const halfMonth = 15 * 86_400_000;

/** What a click on a chart is about, at a place in the units of its axes; undefined where there is nothing. */
export type Picked = (x: unknown, y: unknown) => string | undefined;

/** The state of the tile at a place of the map of tiles. */
export const stateAt = (x: unknown, y: unknown): string | undefined =>
  tiles.find(({column, row}) => column === Math.floor(Number(x)) && row === Math.floor(Number(y)))?.state;

/** The value whose row has a label, by label. @example rowOf(new Map([["Acre", "AC"]]))(0, "Acre") => "AC" */
export const rowOf =
  (values: ReadonlyMap<string, string>): Picked =>
  (_, label) =>
    values.get(String(label));

/** The state of the row that has its name. */
export const stateRow: Picked = rowOf(new Map(placeCodes.map((code) => [placeName(code), code])));

/** The category of the row that has its name; a row of several together is none. */
export const categoryRow =
  (names: readonly string[]): Picked =>
  (_, label) =>
    names.find((name) => name === label);

/** The month whose beginning is next to a time. @example monthAt(new Date("2018-01-20")) => "2018-02" */
export const monthAt: Picked = (x) =>
  x instanceof Date ? new Date(+x + halfMonth).toISOString().slice(0, 7) : undefined;

/** The month of the point next to a time. @example monthNear([{date: new Date("2018-01-01")}])(new Date("2018-01-20")) => "2018-01" */
export const monthNear =
  (points: readonly {date: Date}[]) =>
  (x: unknown): string | undefined => {
    const away = ({date}: {date: Date}) => Math.abs(Number(date) - Number(x));
    const [nearest] = points.toSorted((a, b) => away(a) - away(b));
    return nearest?.date.toISOString().slice(0, 7);
  };

interface PlotScale {
  invert?: (position: number) => unknown;
  /** Of places in a row: where each stands, and how far one is from the next. */
  domain?: Iterable<unknown>;
  apply?: (value: unknown) => number;
  bandwidth?: number;
  step?: number;
}

/** What stands at a position of a scale, be it of numbers or of places in a row. */
export function valueAt(
  {invert, domain = [], apply, bandwidth = 0, step = bandwidth}: PlotScale,
  position: number
): unknown {
  if (invert) return invert(position);
  return [...domain].find(
    (value) => Math.abs((apply?.(value) ?? NaN) + bandwidth / 2 - position) <= step / 2
  );
}

type Picture = SVGSVGElement & {scale?: (name: string) => PlotScale | undefined};

/**
 * Has a click on a chart choose what it is about. The inputs that do the same by keyboard stand above.
 * @param take called with what was clicked
 */
export function onPick(figure: HTMLElement, picked: Picked, take: (value: string) => void): HTMLElement {
  figure.classList.add("picks");
  figure.addEventListener("click", (event) => {
    const picture =
      event.target instanceof Element ? event.target.closest<Picture>(".chart-body > svg") : null;
    if (!picture?.scale) return;
    const {left, top} = picture.getBoundingClientRect();
    const place = (name: string, position: number) => {
      const scale = picture.scale?.(name);
      return scale && valueAt(scale, position);
    };
    const value = picked(place("x", event.clientX - left), place("y", event.clientY - top));
    if (value !== undefined) take(value);
  });
  return figure;
}

/** Has a value chosen alone at an input, or all again where it is chosen already. */
export const toggled =
  (input: ValueElement) =>
  (value: string): void =>
    choose(input, input.value === value ? "all" : value);

/** Has a month chosen alone at two inputs, or the whole time again where it is chosen already. */
export const toggledMonth =
  (from: ValueElement, to: ValueElement, whole: Readonly<Record<"from" | "to", {fallback: string}>>) =>
  (month: string): void => {
    const again = from.value === month && to.value === month;
    choose(from, again ? whole.from.fallback : month);
    choose(to, again ? whole.to.fallback : month);
  };

/** Sets an input as its reader would. */
export function choose(input: ValueElement, value: unknown): void {
  input.value = value;
  for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, {bubbles: true}));
}
