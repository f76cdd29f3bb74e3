import {formatShared, formatState} from "../lib/state/formatState.js";
import type {StateSpec, StateValues} from "../lib/state/parameter.js";
import {parseState} from "../lib/state/parseState.js";
import {copyLink} from "./copyLink.js";
import {upgradeState} from "../lib/state/upgradeState.js";
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
  /** A button that copies the address of the page as it is set. */
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
    return {values, problems: [...upgraded.problems, ...problems]};
  };
  let values = parsedAddress().values;

  const put = (name: string, value: unknown) => {
    values = {...values, [name]: value};
  };
  const follow = () => carryAlong(formatShared(spec, values, location.search));
  const show = (name: keyof S & string, binding: Binding) => put(name, binding.set(values[name]));
  const read = () => {
    const parsed = parsedAddress();
    values = parsed.values;
    problems.replaceChildren(...parsed.problems.map(paragraph));
    problems.hidden = parsed.problems.length === 0;
    for (const [name, binding] of bindings) show(name, binding);
    follow();
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
        writer.write(formatState(spec, values, location.search));
        follow();
      };
      const binding = bindInput(element, parameter, {name, change, settle: writer.settle});
      bindings.set(name, binding);
      show(name, binding);
      return element;
    },
    copyLink: () =>
      copyLink(() => {
        writer.settle();
        return location.href;
      })
  };
}

const paragraph = (text: string): HTMLElement => {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
};
