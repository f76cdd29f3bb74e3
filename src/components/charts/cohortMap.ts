import * as Plot from "npm:@observablehq/plot";
import {color, onStepColor, stepColor, steps} from "../colors.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";

/** A cell of the map. */
export interface CohortMapCell {
  cohort: string;
  /** Its place from left to right. */
  column: string;
  value: number | null;
  /** Its period is not over: what it says may still grow. */
  unfinished: boolean;
  /** What the tip says of it. */
  about: string;
}

interface CohortMapOptions extends Size {
  cohorts: readonly string[];
  columns: readonly string[];
  /** What columns are. */
  across: string;
  /** A value as short as it goes. */
  short: (value: number) => string;
  /** Class bounds, ascending: a value above so many of them is of that class. */
  bounds: readonly number[];
}

const rowHeight = 21;

/** Cohorts from top to bottom, ages or periods from left to right; a cell is the darker the more it holds. */
export function cohortMap(rows: readonly CohortMapCell[], options: CohortMapOptions): Element {
  const {width, cohorts, columns, across, short, bounds} = options;
  const narrow = isNarrow({width});
  const left = narrow ? 76 : 132;
  const cell = (width - left) / Math.max(1, columns.length);
  const stepOf = ({value}: CohortMapCell) =>
    !drawable(value) || value === 0 ? 0 : Math.min(steps, 1 + bounds.filter((bound) => value > bound).length);
  const at = {x: "column", y: "cohort"} as const;
  const some = rows.filter(({value}) => drawable(value));
  const every = Math.max(1, Math.ceil((narrow ? 22 : 34) / cell));
  return Plot.plot({
    width,
    height: 58 + rowHeight * cohorts.length,
    marginLeft: left,
    marginTop: 40,
    marginRight: 0,
    marginBottom: 8,
    padding: 0,
    x: {
      type: "band",
      domain: columns,
      axis: "top",
      label: across,
      labelAnchor: "center",
      labelArrow: "none",
      tickSize: 0,
      tickFormat: (column: string, i: number) => (i % every === 0 ? column : "")
    },
    y: {
      type: "band",
      domain: cohorts,
      label: null,
      tickSize: 0,
      tickFormat: (name: string) =>
        name.length > (narrow ? 11 : 21) ? `${name.slice(0, narrow ? 10 : 20)}…` : name
    },
    marks: [
      Plot.cell(some, {
        ...at,
        fill: (row: CohortMapCell) => stepColor(stepOf(row)),
        fillOpacity: ({unfinished}: CohortMapCell) => (unfinished ? 0.55 : 1),
        stroke: ({unfinished}: CohortMapCell) => (unfinished ? color("muted") : "none"),
        strokeDasharray: "2 2",
        inset: 1
      }),
      cell >= 27
        ? Plot.text(
            some.filter(({value}) => value !== 0),
            {
              ...at,
              text: ({value}: CohortMapCell) => short(value ?? 0),
              fontSize: 10,
              fill: (row: CohortMapCell) => (row.unfinished ? color("ink") : onStepColor(stepOf(row)))
            }
          )
        : null,
      Plot.tip(
        some,
        Plot.pointer({...at, fill: color("card"), title: ({about}: CohortMapCell) => about, anchor: "bottom"})
      )
    ]
  });
}
