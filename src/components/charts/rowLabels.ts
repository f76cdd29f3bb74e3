import * as Plot from "npm:@observablehq/plot";

/** Pixels to keep free on the left for labels of rows; where it is narrow they stand above. */
export const labelMargin = (
  labels: readonly string[],
  narrow: boolean,
  {most = 220, none = 2}: {most?: number; none?: number} = {}
): number =>
  narrow
    ? none
    : Math.min(most, labels.reduce((longest, label) => Math.max(longest, label.length), 0) * 6.6 + 10);

interface Place {
  /** Pixels from the label to the row. */
  gap?: number;
  /** How far above the middle of its row a label goes where it is narrow. */
  above?: number;
}

/** Labels of rows: left of them, or above them where it is narrow. */
export const rowLabels = <T>(
  rows: readonly T[],
  narrow: boolean,
  {gap = 6, above = 9, ...options}: Plot.TextOptions & Place
) =>
  Plot.text(rows, {
    frameAnchor: "left",
    fontSize: 12,
    ...options,
    textAnchor: narrow ? "start" : "end",
    dx: narrow ? 0 : -gap,
    dy: narrow ? -above : 0
  });
