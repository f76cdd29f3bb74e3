import {html} from "npm:htl";
import type {Chosen} from "../../lib/explore/chosen.js";
import {conditionParameters, isOpen} from "../../lib/explore/conditions.js";
import type {Condition} from "../../lib/explore/conditions.js";
import type {FeatureDimension} from "../../lib/explore/dimensions.js";
import {featureDimensions} from "../../lib/explore/dimensions.js";
import {featureAbout} from "../../lib/explore/featureWords.js";
import {atWork} from "../atWork.js";
import {manifest} from "../marts.js";
import {problem} from "../problem.js";
import type {Counts} from "./crossfilter.js";
import {exploredWith} from "./explored.js";
import type {FeaturePicker} from "./featurePicker.js";
import {featurePicker} from "./featurePicker.js";
import {rangeView} from "./rangeView.js";
import type {ViewElement} from "./viewFrame.js";

/** The views of customers' numbers that a reader has added. */
export interface FeatureViews {
  picker: FeaturePicker;
  grid: HTMLElement;
  /** Settles when the views that the address asks for are there. */
  ready(): Promise<void>;
}

interface FeatureViewsOptions {
  /** What the address says of a feature now. */
  conditionOf: (dimension: FeatureDimension) => Condition;
  /** Makes a view one of the page's, bound to the address and linked with the others. */
  link: (dimension: FeatureDimension, view: ViewElement, cuts: readonly number[]) => void;
}

/**
 * Views of customers' numbers: those chosen and those that the address narrows by, which must not do so unseen. Each is
 * made once; one that is removed is kept for when it is wanted again.
 */
export function featureViews({conditionOf, link}: FeatureViewsOptions): FeatureViews {
  const made = new Map<string, ViewElement>();
  const grid = html`<div class="explore-grid" aria-live="off" hidden></div>`;
  let latest = 0;
  let working: Promise<void> = Promise.resolve();

  const isNarrowed = (dimension: FeatureDimension) => !isOpen(conditionOf(dimension));
  const picker = featurePicker((names) => {
    const narrowed = featureDimensions.filter(isNarrowed).map(({name}) => name);
    const wanted = [...new Set([...names, ...narrowed])];
    working = atWork(arrange(wanted));
    return wanted;
  });

  async function arrange(names: Chosen): Promise<void> {
    const mine = ++latest;
    const missing = featureDimensions.filter(({name}) => names.includes(name) && !made.has(name));
    const standing = () => names.flatMap((name) => made.get(name) ?? []);
    grid.hidden = names.length === 0;
    if (missing.length === 0) return void grid.replaceChildren(...standing());
    grid.replaceChildren(
      ...standing(),
      html`<p class="card explore-waiting" role="status">The features of all customers are worked out …</p>`
    );
    try {
      for (const dimension of missing) await make(dimension);
      if (mine === latest) grid.replaceChildren(...standing());
    } catch (error) {
      if (mine === latest)
        grid.replaceChildren(
          ...standing(),
          problem("The features of the customers could not be worked out", error)
        );
    }
  }

  async function make(dimension: FeatureDimension): Promise<void> {
    const {name} = dimension;
    const {engine, cuts} = await exploredWith([dimension]);
    const [keys, orders] = await engine.query(
      `select ${name}_band, cast(count(*) as integer) from explored group by 1`
    );
    const counts = [...orders];
    const all: Counts = new Map([...keys].map((key, i) => [key as number | null, Number(counts[i])]));
    if (made.has(name)) return;
    const view = rangeView(dimension, cuts.get(name) ?? [], all, {
      about: featureAbout(dimension, (await manifest()).cutoff),
      remove: () => remove(name, view)
    });
    view.show(all);
    made.set(name, view);
    link(dimension, view, cuts.get(name) ?? []);
  }

  function remove(name: string, view: ViewElement) {
    if (!isOpen(view.value)) {
      view.value = conditionParameters[name].fallback as Condition;
      view.dispatchEvent(new Event("input", {bubbles: true}));
    }
    picker.value = picker.value.filter((other) => other !== name);
    for (const type of ["input", "change"]) picker.dispatchEvent(new Event(type, {bubbles: true}));
    picker.querySelector("summary")?.focus();
  }

  return {picker, grid, ready: () => working};
}
