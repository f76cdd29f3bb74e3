import {svg} from "npm:htl";
import {color} from "../../colors.js";
import {quantileShares} from "./sql.js";

const width = 110;
const height = 12;
const margin = 2;

/**
 * A word-sized picture of how values lie: a line from the 5 % to the 95 % quantile, a box between the quartiles, a tick
 * at the median. Hidden from screen readers, who get the numbers.
 * @param quantiles at the shares of `quantileShares`
 */
export function quantileStrip(quantiles: readonly (number | null)[]): SVGElement {
  const at = (share: (typeof quantileShares)[number]) => quantiles[quantileShares.indexOf(share)] ?? 0;
  const [low, high] = [at(0.05), at(0.95)];
  const x = (value: number) =>
    low === high ? width / 2 : margin + ((value - low) / (high - low)) * (width - 2 * margin);
  const box = [x(at(0.25)), x(at(0.75))];
  return svg`<svg class="feature-strip" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">
    <line x1=${x(low)} x2=${x(high)} y1=${height / 2} y2=${height / 2} stroke=${color("muted")}></line>
    <rect x=${box[0]} y="2" width=${Math.max(1, box[1] - box[0])} height=${height - 4} fill=${color("step-2")}></rect>
    <line x1=${x(at(0.5))} x2=${x(at(0.5))} y1="0" y2=${height} stroke=${color("ink")} stroke-width="2"></line>
  </svg>`;
}
