import {html} from "npm:htl";
import {bandsOf, rangeOf} from "../../lib/explore/bands.js";
import {isOpen} from "../../lib/explore/conditions.js";
import type {RangeDimension} from "../../lib/explore/dimensions.js";
import type {Range} from "../../lib/explore/range.js";
import {everything} from "../../lib/explore/range.js";
import {conditionText, endText} from "../../lib/explore/words.js";
import {formatCount} from "../../lib/format.js";
import {bandBars} from "./bandBars.js";
import type {Counts} from "./crossfilter.js";
import {endChoices} from "./endChoices.js";
import type {AddedView, ViewElement} from "./viewFrame.js";
import {viewFrame} from "./viewFrame.js";

/** Orders by the bands of a range: a drag over them narrows it, a click takes one band, and so do two menus. */
export function rangeView(
  dimension: RangeDimension,
  cuts: readonly number[],
  all: Counts,
  added?: AddedView
): ViewElement {
  const {label, whole} = dimension;
  const bars = bandBars(cuts.length + 1, all);
  const ends = endChoices(dimension, cuts, (range) => {
    take(range);
    frame.tell();
  });
  const axis = html`<div class="explore-axis" aria-hidden="true">
    ${axisTexts(dimension, cuts).map((text) => html`<span>${text}</span>`)}
  </div>`;
  const unknown = all.get(null) ?? 0;
  const unknownText = added
    ? `${formatCount(unknown)} ${unknown === 1 ? "order" : "orders"}: no feature.`
    : `${formatCount(unknown)} ${unknown === 1 ? "order has" : "orders have"} no such value.`;
  const hint = () =>
    isOpen(value)
      ? `Drag over the bars to narrow.${unknown > 0 ? ` ${unknownText}` : ""}`
      : `Selected: ${conditionText(value, dimension)}`;
  const frame = viewFrame(
    dimension,
    html`<div>${bars.picture}${axis}${ends.element}</div>`,
    hint,
    () => take(everything),
    added
  );
  let value: Range = everything;
  let counts = all;

  const take = (range: Range) => {
    value = range;
    bars.mark(isOpen(range) ? null : bandsOf(cuts, range, whole));
    ends.set(range);
    frame.mark(!isOpen(range));
    frame.say();
  };
  const bandText = (band: number) => conditionText(rangeOf(cuts, band, band, whole), dimension);
  bars.onBrush((from, to, done) => {
    const range = rangeOf(cuts, Math.min(from, to), Math.max(from, to), whole);
    const again = done && from === to && bars.single === from;
    take(again ? everything : range);
    frame.tell(done);
  });
  bars.onPoint((band) => {
    if (band === null) return frame.say();
    frame.say(
      `${bandText(band)}: ${formatCount(counts.get(band) ?? 0)} of ${formatCount(all.get(band) ?? 0)} orders`
    );
  });
  frame.say();
  return Object.defineProperties(frame.figure, {
    value: {get: () => value, set: take},
    show: {
      value: (now: Counts) => {
        counts = now;
        const most = bars.show(now);
        bars.picture.setAttribute(
          "aria-label",
          most === null
            ? `${label}: no order selected`
            : `${label} of the orders selected; most have ${bandText(most)} (${formatCount(now.get(most) ?? 0)})`
        );
      }
    }
  }) as ViewElement;
}

/** What stands below the first and the last band: a value where each has a band of its own, else where they are open. */
function axisTexts(dimension: RangeDimension, cuts: readonly number[]): string[] {
  if (cuts.length === 0) return [];
  const [first, last] = [cuts[0], cuts[cuts.length - 1]];
  return dimension.whole && (cuts[1] ?? first + 1) === first + 1
    ? [endText(first - 1, dimension), endText(last, dimension)]
    : [`under ${endText(first, dimension)}`, `${endText(last, dimension)} and more`];
}
