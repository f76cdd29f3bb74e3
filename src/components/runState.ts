import {silentInput} from "./silentInput.js";
import type {ValueElement} from "./stateInput.js";

interface Address {
  readonly values: {run: boolean};
  input<E extends ValueElement>(name: "run", element: E): E;
}

/**
 * Options for a page's panel that keep in the address, as `run`, whether its work was run: then it begins by itself.
 * @example labPanel({verb: "Train", ..., ...runState(address)})
 */
export function runState(address: Address): {begin: boolean; onRan: (ran: boolean) => void} {
  const ran = address.input("run", silentInput());
  return {begin: address.values.run, onRan: ran.set};
}
