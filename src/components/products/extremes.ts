import type {GroupDot} from "../charts/groupDots.js";

const mostRows = 28;
const atEachEnd = 10;

/** All rows of a ranking, or of many the first and the last ones with a gap between them. */
export function extremes(rows: readonly GroupDot[]): GroupDot[] {
  if (rows.length <= mostRows) return [...rows];
  const gap = {label: "⋯", value: null, low: null, high: null, text: "", about: ""};
  return [...rows.slice(0, atEachEnd), gap, ...rows.slice(-atEachEnd)];
}
