import {html} from "npm:htl";
import {featureGroups} from "../../lib/features/catalogue.js";
import type {Chosen} from "../../lib/explore/chosen.js";
import type {FeatureDimension} from "../../lib/explore/dimensions.js";
import {featureDimensions} from "../../lib/explore/dimensions.js";
import {featureTitle, matches} from "../../lib/explore/featureWords.js";

/** The features that have a view, as an input: `value` is their names. */
export type FeaturePicker = HTMLElement & {value: Chosen};

/**
 * A list of the customers' numbers to add views of, by group and with what each means, which a search narrows.
 * @param shown called with the features chosen, whenever they are set
 */
export function featurePicker(shown: (names: Chosen) => Chosen): FeaturePicker {
  let value: Chosen = [];
  const search = html`<input
    type="search"
    placeholder="review, freight, days ..."
    aria-label="Search the features"
  />` as HTMLInputElement;
  const list = html`<div
    class="explore-features"
    tabindex="0"
    role="group"
    aria-label="Features, choose any"
  ></div>`;
  const element = html`<details class="explore-add">
    <summary>Add a view of a customer feature</summary>
    ${search}${list}
  </details>` as HTMLDetailsElement;

  const draw = () => {
    if (!element.open) return;
    const found = featureDimensions.filter((dimension) => matches(dimension, search.value));
    const groups = featureGroups.map(({title, features}) => ({
      title,
      members: found.filter(({feature}) => features.includes(feature))
    }));
    list.replaceChildren(
      ...(found.length === 0
        ? [html`<p>No feature has these words: search for others.</p>`]
        : groups.filter(({members}) => members.length > 0).map(groupOf))
    );
  };
  const groupOf = ({title, members}: {title: string; members: readonly FeatureDimension[]}) =>
    html`<section aria-label=${title}>
      <h3>${title}</h3>
      ${members.map(
        (dimension) =>
          html`<button
            type="button"
            data-feature=${dimension.name}
            aria-pressed=${String(value.includes(dimension.name))}
            onclick=${() => toggle(dimension.name)}
          >
            <strong>${featureTitle(dimension)}</strong> ${dimension.feature.definition}
          </button>`
      )}
    </section>`;
  const tell = () => {
    for (const type of ["input", "change"]) element.dispatchEvent(new Event(type, {bubbles: true}));
  };
  const take = (names: Chosen) => {
    value = shown(names);
    for (const button of list.querySelectorAll<HTMLElement>("[data-feature]"))
      button.setAttribute("aria-pressed", String(value.includes(button.dataset.feature ?? "")));
  };
  function toggle(name: string) {
    take(value.includes(name) ? value.filter((other) => other !== name) : [...value, name]);
    tell();
  }
  search.addEventListener("input", (event: Event) => {
    event.stopPropagation();
    draw();
  });
  search.addEventListener("change", (event: Event) => event.stopPropagation());
  element.addEventListener("toggle", draw);
  return Object.defineProperties(element, {
    value: {get: () => value, set: take}
  }) as HTMLElement as FeaturePicker;
}
