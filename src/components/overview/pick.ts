import {tiles} from "../brazil.js";

/** What a click on a chart is about, at a place in the units of its axes; undefined where there is nothing. */
export type Picked = (x: unknown, y: unknown) => string | undefined;

/** The state of the tile at a place of the map of tiles. */
export const stateAt = (x: unknown, y: unknown): string | undefined =>
  tiles.find(({column, row}) => column === Math.floor(Number(x)) && row === Math.floor(Number(y)))?.state;

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
    const place = (name: string, position: number) => picture.scale?.(name)?.invert?.(position);
    const value = picked(place("x", event.clientX - left), place("y", event.clientY - top));
    if (value !== undefined) take(value);
  });
  return figure;
}

/** Sets an input as its reader would. */
export function choose(input: HTMLElement & {value: unknown}, value: unknown): void {
  input.value = value;
  for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, {bubbles: true}));
}
