import {html} from "npm:htl";
import type {Result} from "../../../lib/result.js";
import {ok} from "../../../lib/result.js";
import type {Found} from "./data.js";
import {baselineFrom} from "./data.js";
import type {PlanChoice} from "./parameters.js";
import type {Planned} from "./request.js";
import {planned} from "./request.js";

/** A plan on its way. */
interface PlanWork {
  /** What the data say of the metric; undefined where its value is typed in. */
  found: Promise<Result<Found | undefined>>;
  plan: Promise<Result<Planned>>;
}

/** Makes the plan that the choices ask for, of the data's present value where they say so. */
export function planWork(choice: PlanChoice, cutoff: string): PlanWork {
  const found: PlanWork["found"] =
    choice.source === "data" ? baselineFrom(choice, cutoff) : Promise.resolve(ok(undefined));
  return {
    found,
    plan: found.then((result) => (result.ok ? planned({...choice, ...result.value?.baseline}) : result))
  };
}

/** What the data say, in a sentence; nothing where they were not asked. */
export const planBaseline = (found: Result<Found | undefined>): HTMLElement =>
  found.ok && found.value ? html`<p class="caution">${found.value.sentence}</p>` : html`<span></span>`;
