import {svg} from "npm:htl";
import type {Counts} from "./crossfilter.js";

export interface BandBars {
  picture: SVGElement;
  /** Draws counts; the band that has most, null where none has any. */
  show(counts: Counts): number | null;
  /** Marks the bands chosen, if any. */
  mark(bands: readonly [number, number] | null): void;
  /** The band that was alone chosen when the last brush began. */
  readonly single: number | null;
  /** Calls with the bands under a brush as it moves, and when it ends. */
  onBrush(brushed: (from: number, to: number, done: boolean) => void): void;
  /** Calls with the band under the pointer; null when it leaves. */
  onPoint(pointed: (band: number | null) => void): void;
}

/** A band's width and the highest bar, in the picture's own coordinates: what is built in rounds them to tenths. */
const unit = 100;

/**
 * Bars of bands, drawn by hand, for a chart that is made anew takes longer than a brush may: those selected over those
 * of all orders, each to the height of its own highest.
 */
export function bandBars(bands: number, all: Counts): BandBars {
  const bar = (band: number, kind: string) =>
    svg`<rect class=${kind} x=${unit * (band + 0.08)} width=${unit * 0.84} y=${unit} height="0" />` as SVGRectElement;
  const indexes = Array.from({length: bands}, (_, band) => band);
  const [base, chosen] = ["all", "chosen"].map((kind) => indexes.map((band) => bar(band, kind)));
  const brush = svg`<rect class="brush" y="0" height=${unit} visibility="hidden" />`;
  const picture = svg`<svg class="explore-bars" role="img" viewBox=${`0 0 ${unit * bands} ${unit}`} preserveAspectRatio="none">
    ${brush}${base}${chosen}
  </svg>`;

  const draw = (bars: readonly SVGRectElement[], counts: Counts): number | null => {
    const most = indexes.reduce(
      (best, band) => ((counts.get(band) ?? 0) > (counts.get(best) ?? 0) ? band : best),
      0
    );
    const top = counts.get(most) ?? 0;
    for (const [band, bar] of bars.entries()) {
      const height = top > 0 ? (unit * (counts.get(band) ?? 0)) / top : 0;
      bar.setAttribute("y", String(unit - height));
      bar.setAttribute("height", String(height));
    }
    return top > 0 ? most : null;
  };
  draw(base, all);

  let marked: readonly [number, number] | null = null;
  let single: number | null = null;
  let start: number | null = null;
  const bandAt = ({clientX}: PointerEvent) => {
    const {left, width} = picture.getBoundingClientRect();
    return Math.max(0, Math.min(bands - 1, Math.floor(((clientX - left) / (width || 1)) * bands)));
  };
  return {
    picture,
    show: (counts) => draw(chosen, counts),
    get single() {
      return single;
    },
    mark(chosenBands) {
      marked = chosenBands;
      brush.setAttribute("visibility", marked ? "visible" : "hidden");
      if (!marked) return;
      brush.setAttribute("x", String(unit * marked[0]));
      brush.setAttribute("width", String(unit * (marked[1] - marked[0] + 1)));
    },
    onBrush(brushed) {
      let last = -1;
      picture.addEventListener("pointerdown", (event) => {
        if (event.button !== 0) return;
        single = marked && marked[0] === marked[1] ? marked[0] : null;
        start = last = bandAt(event);
        picture.setPointerCapture(event.pointerId);
        brushed(start, start, false);
      });
      picture.addEventListener("pointermove", (event) => {
        if (start === null || bandAt(event) === last) return;
        last = bandAt(event);
        brushed(start, last, false);
      });
      picture.addEventListener("pointerup", (event) => {
        if (start === null) return;
        brushed(start, bandAt(event), true);
        start = null;
      });
      picture.addEventListener("pointercancel", () => (start = null));
    },
    onPoint(pointed) {
      picture.addEventListener("pointermove", (event) => {
        if (start === null) pointed(bandAt(event));
      });
      picture.addEventListener("pointerleave", () => pointed(null));
    }
  };
}
