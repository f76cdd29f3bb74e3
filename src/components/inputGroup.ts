import type {StateSpec, StateValues} from "../lib/state/parameter.js";
import type {PageState} from "./state.js";
import type {ValueElement} from "./stateInput.js";

/** Inputs that a page reads as one: the value is all of theirs by name. */
export type InputGroup<S extends StateSpec, Name extends keyof S & string> = HTMLElement & {
  readonly value: Pick<StateValues<S>, Name>;
};

/**
 * Binds several inputs to the parameters of their names and puts them where `place` says.
 * @example const asked = view(inputGroup(address, {shown: input(), accept: input()}, (all) => html`<div class="filters">${all}</div>`))
 */
export function inputGroup<S extends StateSpec, Name extends keyof S & string>(
  address: PageState<S>,
  inputs: Readonly<Record<Name, ValueElement>>,
  place: (elements: HTMLElement[]) => HTMLElement
): InputGroup<S, Name> {
  const names = Object.keys(inputs) as Name[];
  const element = place(names.map((name) => address.input(name, inputs[name])));
  const value = () =>
    Object.fromEntries(names.map((name) => [name, address.values[name]])) as Pick<StateValues<S>, Name>;
  return Object.defineProperty(element, "value", {get: value}) as InputGroup<S, Name>;
}
