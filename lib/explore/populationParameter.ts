import type {Parameter} from "../state/parameter.js";
import {conditionsOf} from "./conditions.js";

/**
 * A population in an address: the conditions on orders that single out people, as Explore orders writes them; empty for
 * everybody.
 * @example populationParameter().read("states=SP") => "states=SP"
 */
export function populationParameter(): Parameter<string> {
  const admits = (value: unknown): value is string =>
    typeof value === "string" && value.length <= 8_000 && conditionsOf(value) !== undefined;
  return {
    fallback: "",
    expected: "conditions as the page Explore orders writes them",
    read: (text) => (admits(text) ? text : undefined),
    write: (value) => value,
    admits
  };
}
