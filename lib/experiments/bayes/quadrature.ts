import {gaussLegendre} from "../../stats/gaussLegendre.js";

const order = 16;

/** A point of a rule and the length that it stands for. */
export interface Node {
  at: number;
  weight: number;
}

/**
 * The points of a composite Gauss-Legendre rule over the stretches between ascending edges. Towards its two ends each
 * stretch is graded (its variable squared), so that a kink or a root's steepness at an edge costs no accuracy.
 * @param width the longest panel in the stretch between two edges
 * @example nodes([0, 1], () => 1).reduce((sum, {at, weight}) => sum + weight * at ** 2, 0) => 1 / 3
 */
export function nodes(edges: readonly number[], width: (from: number, to: number) => number): Node[] {
  const {points, weights} = gaussLegendre(order);
  const all: Node[] = [];
  for (let i = 1; i < edges.length; i++) {
    const [from, to] = [edges[i - 1], edges[i]];
    if (!(to > from)) continue;
    const panels = Math.max(2, Math.ceil((to - from) / width(from, to)));
    const size = (to - from) / panels;
    for (let panel = 0; panel < panels; panel++) {
      const start = from + panel * size;
      for (const [i, share] of points.entries()) {
        const weight = weights[i] * size;
        if (panel === 0) all.push({at: start + size * share ** 2, weight: 2 * weight * share});
        else if (panel === panels - 1) all.push({at: to - size * share ** 2, weight: 2 * weight * share});
        else all.push({at: start + size * share, weight});
      }
    }
  }
  return all;
}
