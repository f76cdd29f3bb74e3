// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {bandLines} from "../../src/components/charts/bandLines.js";
import {cohortMap} from "../../src/components/charts/cohortMap.js";
import {intervalDots} from "../../src/components/charts/intervalDots.js";
import {returningBars} from "../../src/components/charts/returningBars.js";
import {formatCount, formatShare} from "../../lib/format.js";
import {drawn} from "../support/drawn.js";

const wide = {width: 640};
const phone = {width: 350};
const percent = (share: number) => formatShare(share);

const line = (name: string, level: number) =>
  Array.from({length: 6}, (_, x) => ({
    line: name,
    x,
    y: level / (x + 1),
    low: level / (x + 2),
    high: level / (x + 0.5)
  }));
const lines = {x: "Age in months", y: "Share", format: percent};
const names = ["Jan 2018", "Feb 2018", "A category with a very long name"];
const cells = names.flatMap((cohort, i) =>
  ["1", "2", "3"].slice(0, 3 - i).map((column, j) => ({
    ...{cohort, column, unfinished: j === 2 - i, about: `${cohort} ${column}`},
    value: (i + j) / 10
  }))
);
const map = {
  ...{cohorts: names, columns: ["1", "2", "3"], across: "Age in months", bounds: [0.05, 0.1, 0.15, 0.2]},
  short: (value: number) => formatShare(value, 0)
};
const months = ["2018-01-01", "2018-02-01"].map((day) => new Date(day));
const parts = months.flatMap((date, i) => [
  {date, part: "First-time" as const, value: 10 + i, about: "first"},
  {date, part: "Returning" as const, value: i, about: "before"}
]);
const dots = months.map((date, i) => ({date, value: i / 10, low: 0, high: 0.3, about: "a cohort"}));

const charts: Record<string, () => Element> = {
  "bandLines-one": () => bandLines(line("All", 0.6), {...wide, ...lines}),
  "bandLines-several": () =>
    bandLines([...line("One", 0.6), ...line("Another with a long name", 0.55)], {
      ...wide,
      ...lines,
      stepped: true
    }),
  "bandLines-phone": () =>
    bandLines([...line("One", 0.6), ...line("Another with a long name", 0.3)], {
      ...{...phone, ...lines, level: {value: 0.4, label: "a level"}}
    }),
  cohortMap: () => cohortMap(cells, {...wide, ...map}),
  "cohortMap-phone": () => cohortMap(cells, {...phone, ...map}),
  intervalDots: () =>
    intervalDots(dots, {...wide, label: "Share", format: percent, level: {value: 0.05, label: "All"}}),
  returningBars: () =>
    returningBars(parts, {...wide, label: "Customers", format: formatCount, interval: "month"})
};

const degenerate: Record<string, () => Element> = {
  "bandLines of nothing": () => bandLines([], {...wide, ...lines}),
  "bandLines of what cannot be drawn": () =>
    bandLines(
      [
        {line: "One", x: 1, y: NaN},
        {line: "One", x: 2, y: null}
      ],
      {...wide, ...lines}
    ),
  "cohortMap of nothing": () => cohortMap([], {...wide, ...map, cohorts: [], columns: []}),
  "intervalDots of nothing": () => intervalDots([], {...wide, label: "Share", format: percent, level: null}),
  "returningBars of nothing": () =>
    returningBars([], {...wide, label: "Customers", format: formatCount, interval: "week"})
};

describe("charts of retention", () => {
  it.each(Object.entries(charts))("%s", async (name, draw) => {
    await expect(drawn(draw)).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });

  it.each(Object.entries(degenerate))("%s stands", (_, draw) => {
    expect(() => drawn(draw)).not.toThrow();
  });
});
