import {html} from "npm:htl";
import type {Condition, Conditions} from "../../lib/explore/conditions.js";
import {conditionParameters, isOpen} from "../../lib/explore/conditions.js";
import type {Dimension} from "../../lib/explore/dimensions.js";
import {toldDimensions as dimensions} from "../../lib/explore/dimensions.js";
import {conditionsWords} from "../../lib/explore/words.js";
import {formatCount, formatMoneyWhole} from "../../lib/format.js";
import type {StateSpec} from "../../lib/state/parameter.js";
import {announce} from "../exports.js";
import {problem} from "../problem.js";
import type {PageState} from "../state.js";
import type {Counts, Totals} from "./crossfilter.js";
import {crossfilter} from "./crossfilter.js";
import {explored} from "./explored.js";
import {featureViews} from "./featureViews.js";
import {rangeView} from "./rangeView.js";
import {setView} from "./setView.js";
import type {ViewElement} from "./viewFrame.js";

export interface Explorer {
  /** The page's answer, which follows every brush. */
  answer: HTMLElement;
  /** All views, with a list of more to add. */
  views: HTMLElement;
}

/** How long a brush rests before what follows it more slowly is worked out. */
const rest = 300;

const conditionsIn = (values: Readonly<Record<string, unknown>>): Conditions =>
  Object.fromEntries(Object.keys(conditionParameters).map((name) => [name, values[name]])) as Conditions;

/**
 * Orders by all their dimensions, each view filtered by all others, bound to the page's address.
 * @param settled called with what is selected, at first and once a brush rests
 */
export async function openExplorer<S extends StateSpec>(
  address: PageState<S>,
  settled: (conditions: Conditions) => void
): Promise<Explorer> {
  const cuts = new Map((await explored()).cuts);
  const failures = html`<div></div>`;
  const filter = crossfilter(cuts, (error) =>
    failures.replaceChildren(problem("The views could not be counted", error))
  );
  const shows = new Map<string, (counts: Counts) => void>();
  const first = await Promise.all(dimensions.map((dimension) => firstCounts(dimension)));
  const answer = html`<p class="answer" aria-live="off"></p>`;
  let whole: Totals | undefined;
  const total = new Promise<void>((resolve) =>
    filter.totals((totals, conditions) => {
      whole ??= totals;
      answer.textContent = answerText(totals, whole, conditions);
      resolve();
    })
  );

  function firstCounts(dimension: Dimension): Promise<Counts> {
    return new Promise((resolve) =>
      filter.view(dimension, (counts) => {
        const show = shows.get(dimension.name);
        if (show) show(counts);
        else resolve(counts);
      })
    );
  }

  await total;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const shownOf = new Map<Element, Dimension>();
  const sight = new IntersectionObserver(
    (entries) => {
      for (const {target, isIntersecting} of entries) {
        const dimension = shownOf.get(target);
        if (dimension) filter.sight(dimension, isIntersecting);
      }
    },
    {rootMargin: "100px"}
  );
  const link = (dimension: Dimension, element: ViewElement) => {
    shownOf.set(element, dimension);
    address.input(dimension.parameter, element);
    if (!isOpen(element.value)) filter.narrow(dimension, element.value);
    element.addEventListener("input", () => {
      filter.narrow(dimension, element.value);
      clearTimeout(resting);
      resting = setTimeout(() => {
        settled(conditionsIn(address.values));
        announce(answer.textContent ?? "");
      }, rest);
    });
    for (const type of ["pointerenter", "focusin"])
      element.addEventListener(type, () => filter.foresee(dimension));
    sight.observe(element);
  };
  const views = dimensions.map((dimension, i): ViewElement => {
    const element =
      dimension.kind === "range"
        ? rangeView(dimension, cuts.get(dimension.name) ?? [], first[i])
        : setView(dimension, first[i]);
    element.show(first[i]);
    shows.set(dimension.name, element.show);
    link(dimension, element);
    return element;
  });
  const added = featureViews({
    conditionOf: ({parameter}) => address.values[parameter] as Condition,
    link(dimension, element, found) {
      cuts.set(dimension.name, found);
      filter.view(dimension, element.show);
      link(dimension, element);
    }
  });
  address.input("views", added.picker);
  await added.ready();
  settled(conditionsIn(address.values));

  return {
    answer,
    views: html`<div>
      ${failures}
      <div class="explore-grid">${views}</div>
      ${added.picker}${added.grid}
    </div>`
  };
}

const answerText = (now: Totals, whole: Totals, conditions: Conditions): string =>
  now.orders === 0
    ? `None of ${formatCount(whole.orders)} orders is selected (${conditionsWords(conditions)}): lift one of the choices.`
    : `${formatCount(now.orders)} of ${formatCount(whole.orders)} orders selected, worth ${formatMoneyWhole(100 * now.value)}: ${conditionsWords(conditions)}.`;
