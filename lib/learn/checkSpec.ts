import {fail, ok} from "../result.js";
import type {Result} from "../result.js";
import type {ModelSpec} from "./families.js";
import {numberProblem} from "./numberProblem.js";
import type {Bound} from "./specBounds.js";
import {specBounds} from "./specBounds.js";

/**
 * A model's parameters, if each is a number within its bounds and the counts are whole; else the code "parameter" and
 * a sentence about the first that is not.
 * @example checkSpec({...briefSpecs.logistic, C: -1}).message => "C must be between 0.00001 and 1,000, not -1"
 */
export function checkSpec<S extends ModelSpec>(spec: S): Result<S> {
  const values = Object.entries<number | string | boolean>({...spec});
  const bounds: Record<string, Bound | undefined> = specBounds[spec.family];
  for (const name of Object.keys(bounds))
    if (!values.some(([given]) => given === name)) return fail("parameter", `${name} is missing`);
  for (const [name, value] of values) {
    const bound = bounds[name];
    if (!bound) continue;
    const problem = numberProblem(name, value, bound);
    if (problem !== null) return fail("parameter", problem);
  }
  return ok(spec);
}
