const order = 16;

/** A point of a rule and the length that it stands for. */
export interface Node {
  at: number;
  weight: number;
}

/** The points and weights of Gauss and Legendre's rule on [-1, 1], by Newton's method on the polynomial's roots. */
function legendre(count: number): Node[] {
  return Array.from({length: count}, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    for (let step = 0; step < 20; step++) x -= valueAndSlope(count, x)[0] / valueAndSlope(count, x)[1];
    return {at: x, weight: 2 / ((1 - x * x) * valueAndSlope(count, x)[1] ** 2)};
  });
}

function valueAndSlope(count: number, x: number): [number, number] {
  let [before, now] = [1, x];
  for (let k = 2; k <= count; k++) [before, now] = [now, ((2 * k - 1) * x * now - (k - 1) * before) / k];
  return [now, (count * (x * now - before)) / (x * x - 1)];
}

const rule = legendre(order);

/**
 * The points of a composite Gauss-Legendre rule over the stretches between ascending edges. Towards its two ends each
 * stretch is graded (its variable squared), so that a kink or a root's steepness at an edge costs no accuracy.
 * @param width the longest panel in the stretch between two edges
 * @example nodes([0, 1], () => 1).reduce((sum, {at, weight}) => sum + weight * at ** 2, 0) => 1 / 3
 */
export function nodes(edges: readonly number[], width: (from: number, to: number) => number): Node[] {
  const all: Node[] = [];
  for (let i = 1; i < edges.length; i++) {
    const [from, to] = [edges[i - 1], edges[i]];
    if (!(to > from)) continue;
    const panels = Math.max(2, Math.ceil((to - from) / width(from, to)));
    const size = (to - from) / panels;
    for (let panel = 0; panel < panels; panel++) {
      const start = from + panel * size;
      for (const {at, weight} of rule) {
        const share = (1 + at) / 2;
        if (panel === 0) all.push({at: start + size * share ** 2, weight: weight * size * share});
        else if (panel === panels - 1) all.push({at: to - size * share ** 2, weight: weight * size * share});
        else all.push({at: start + size * share, weight: (weight * size) / 2});
      }
    }
  }
  return all;
}
