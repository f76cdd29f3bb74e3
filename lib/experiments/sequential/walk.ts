import {gaussLegendre} from "../../stats/gaussLegendre.js";
import {normalUpper} from "../../distributions/normal.js";

/** Beyond so many standard deviations nothing is counted. */
const reach = 8;

/** Gauss and Legendre's rule with eight points, on [-1, 1]. */
const rule = gaussLegendre(8);
const points = [...rule.points].map((share) => 2 * share - 1);
const weights = [...rule.weights].map((weight) => 2 * weight);

/** Chances of what happens at a look for the first time. */
export interface Crossing {
  upper: number;
  lower: number;
}

/**
 * Follows a Brownian motion with drift, watched at information times, as long as it stays between boundaries: the
 * recursion of P. Armitage, C. K. McPherson and B. C. Rowe (1969) by numerical integration as in C. Jennison and
 * B. W. Turnbull, "Group Sequential Methods" (2000), chapter 19, here with Gauss-Legendre panels no wider than the
 * step's spread.
 */
export interface Walk {
  /** The chance to be at or above z times the root of the next time, there for the first time above. */
  above: (z: number) => number;
  /** The chance to be at or below it. */
  below: (z: number) => number;
  /** Goes on to the next time, with what lies strictly between two z values. */
  stay: (lower: number, upper: number) => void;
}

/**
 * Starts a walk.
 * @param times information times, ascending, above 0
 * @param drift mean of the motion at time 1
 * @example startWalk([0.5, 1], 0).above(0) => 0.5
 */
export function startWalk(times: readonly number[], drift: number): Walk {
  let look = 0;
  let places = Float64Array.of(0);
  let mass = Float64Array.of(1);

  const step = () => times[look] - (look > 0 ? times[look - 1] : 0);
  const tail = (z: number, sign: 1 | -1) => {
    const [root, spread, moved] = [Math.sqrt(times[look]), Math.sqrt(step()), drift * step()];
    let sum = 0;
    for (let i = 0; i < places.length; i++) {
      const at = sign > 0 ? places.length - 1 - i : i;
      const away = (sign * (z * root - places[at] - moved)) / spread;
      if (away > reach && look > 0) break;
      sum += mass[at] * (away < -reach ? 1 : normalUpper(away));
    }
    return sum;
  };

  function stay(lower: number, upper: number) {
    const [time, spread, moved] = [times[look], Math.sqrt(step()), drift * step()];
    const root = Math.sqrt(time);
    const low = Math.max(lower * root, drift * time - reach * root);
    const high = Math.min(upper * root, drift * time + reach * root);
    const next = look + 1 < times.length ? Math.sqrt(times[look + 1] - time) : spread;
    const panels = high > low ? Math.ceil((high - low) / (2 * Math.min(spread, next))) : 0;
    const width = panels > 0 ? (high - low) / panels : 0;
    const [to, weight] = [new Float64Array(panels * 8), new Float64Array(panels * 8)];
    let from = 0;
    for (let i = 0; i < to.length; i++) {
      const x = low + width * ((i >> 3) + (points[i & 7] + 1) / 2);
      while (from < places.length && places[from] + moved < x - reach * spread) from++;
      let density = 0;
      for (let j = from; j < places.length; j++) {
        const away = (x - places[j] - moved) / spread;
        if (away < -reach) break;
        density += mass[j] * Math.exp((-away * away) / 2);
      }
      to[i] = x;
      weight[i] = (density * weights[i & 7] * width) / (2 * spread * Math.sqrt(2 * Math.PI));
    }
    places = to;
    mass = weight;
    look++;
  }

  return {above: (z) => tail(z, 1), below: (z) => tail(z, -1), stay};
}

/**
 * The chances to cross boundaries for the first time, by look.
 * @param upper z values by look; `Infinity` where nothing stops
 * @param lower as many, `-Infinity` for none
 * @param drift mean of z at time 1
 * @example crossings([1], [1.959964], [-1.959964], 0) => [{upper: 0.025, lower: 0.025}]
 */
export function crossings(
  times: readonly number[],
  upper: readonly number[],
  lower: readonly number[],
  drift: number
): Crossing[] {
  const walk = startWalk(times, drift);
  return times.map((_, look) => {
    const crossing = {
      upper: upper[look] === Infinity ? 0 : walk.above(upper[look]),
      lower: lower[look] === -Infinity ? 0 : walk.below(lower[look])
    };
    if (look + 1 < times.length) walk.stay(lower[look], upper[look]);
    return crossing;
  });
}
