/** Days after the promised day, both ends included; before it they are below 0. */
export interface DelayBin {
  from: number;
  to: number;
}

const edges = [-21, -14, -10, -7, -3, -1, 0, 3, 7, 14];

/** Delays from early to late; the first and the last are open. */
export const delayBins: readonly DelayBin[] = [...edges, Infinity].map((to, i) => ({
  from: i === 0 ? -Infinity : edges[i - 1] + 1,
  to
}));

/** The bin that a delay in days falls into. @example delayBin(0) => 6 */
export const delayBin = (days: number): number => delayBins.findIndex(({to}) => days <= to);
