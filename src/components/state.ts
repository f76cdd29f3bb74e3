import {formatShared, formatState} from "../lib/state/formatState.js";
import type {StateSpec, StateValues} from "../lib/state/parameter.js";
import {parseState, shortened} from "../lib/state/parseState.js";
import {sharedNames} from "../lib/state/shared.js";
import {copyLink} from "./copyLink.js";
import {pageTools} from "./pageTools.js";
import type {PageTools} from "./pageTools.js";
import {upgradeState} from "../lib/state/upgradeState.js";
import {unknownNames} from "../lib/state/unknownNames.js";
import {carryAlong, openPage} from "./links.js";
import {bindInput} from "./stateInput.js";
import type {Binding, ValueElement} from "./stateInput.js";
import {addressWriter} from "./stateHistory.js";

export interface PageState<S extends StateSpec> {
  /** The values now. */
  readonly values: StateValues<S>;
  /** Where sentences on what was wrong with the address stand; hidden as long as there are none. */
  readonly problems: HTMLElement;
  /**
   * Binds an input to a parameter: sets it to the value of the address now and on going back, and writes the address
   * when the reader changes it. What the parameter does not admit never gets to the page: the last good value holds, and
   * a sentence at the input says so. Returns the input, for `view`.
   */
  input<E extends ValueElement>(name: keyof S & string, element: E): E;
  /**
   * What ends a page's bar of choices: what the page is as of, a button that sets everything back to its default, one
   * that copies the address of the page as it is set, and on a phone the line that the bar folds into.
   */
  tools(): HTMLElement;
  /** The same. */
  copyLink(): HTMLElement;
}

/**
 * A page's state, held in its address.
 * @example const state = pageState({...sharedParameters(await manifest()), top: integer(10, {min: 1, max: 50})});
 * @example const top = view(state.input("top", numberInput([1, 50], {step: 1, label: "Top", slider: true})));
 */
export function pageState<S extends StateSpec>(spec: S): PageState<S> {
  const bindings = new Map<string, Binding>();
  const writer = addressWriter();
  const problems = document.createElement("div");
  problems.className = "problem";
  problems.setAttribute("role", "status");
  const parsedAddress = () => {
    const upgraded = upgradeState(location.search, openPage());
    const {values, problems} = parseState(spec, upgraded.search);
    return {values, problems: [...upgraded.problems, ...problems, ...unknownNames(spec, upgraded.search)]};
  };
  let values = parsedAddress().values;
  let wrong: readonly string[] = [];
  const refused = new Map<string, string>();
  const tools: PageTools[] = [];

  const put = (name: string, value: unknown) => {
    values = {...values, [name]: value};
  };
  const bound = () => Object.fromEntries([...bindings.keys()].map((name) => [name, values[name]]));
  const isDefault = () => formatState(spec, values, "") === "";
  const follow = () => {
    carryAlong(formatShared(spec, values, location.search));
    for (const each of tools) each.follow(bound(), isDefault());
  };
  const say = () => {
    const sentences = [...wrong, ...refused.values()];
    problems.replaceChildren(...sentences.map(paragraph));
    problems.hidden = sentences.length === 0;
  };
  const show = (name: keyof S & string, binding: Binding) => {
    const asked = values[name];
    const shown = binding.set(asked);
    put(name, shown.value);
    const written = new URLSearchParams(location.search).has(name);
    if (!shown.refused || !written) return void refused.delete(name);
    refused.set(name, refusal(name, spec[name].write(asked), spec[name].write(shown.value)));
  };
  const read = () => {
    const parsed = parsedAddress();
    ({values, problems: wrong} = parsed);
    for (const [name, binding] of bindings) show(name, binding);
    say();
    follow();
  };
  const reset = () => {
    writer.settle(); // A choice that is still being made keeps its own step, which going back leads to.
    const defaults = Object.entries(spec).map(([name, {fallback}]) => [name, fallback]);
    writer.write(formatState(spec, Object.fromEntries(defaults) as StateValues<S>, location.search));
    writer.settle();
    read();
  };
  read();
  addEventListener("popstate", () => {
    writer.reset();
    read();
  });

  return {
    get values() {
      return values;
    },
    problems,
    input(name, element) {
      const parameter = Object.hasOwn(spec, name) ? spec[name] : undefined;
      if (!parameter) throw new Error(`parameter not declared: ${name}`);
      const change = (value: unknown) => {
        put(name, value);
        if (refused.delete(name)) say();
        writer.write(formatState(spec, values, location.search));
        follow();
      };
      const binding = bindInput(element, parameter, {name, change, settle: writer.settle});
      bindings.set(name, binding);
      show(name, binding);
      say();
      follow();
      return element;
    },
    tools: end,
    copyLink: end
  };

  function end(): HTMLElement {
    const link = copyLink(() => {
      writer.settle();
      return location.href;
    });
    const made = pageTools({link, reset, dated: sharedNames.some((name) => Object.hasOwn(spec, name))});
    tools.push(made);
    made.follow(bound(), isDefault());
    return made.element;
  }
}

/** What stands where an input cannot show what the address says: it may offer less than is admissible. */
const refusal = (name: string, asked: string, shown: string): string =>
  `“${name}” in the address must be one of the choices offered here, not “${shortened(asked)}”; ` +
  `${shown === "" ? "none of them" : `“${shown}”`} is used instead.`;

const paragraph = (text: string): HTMLElement => {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
};
