import {html} from "npm:htl";
import type {Result} from "../../../lib/result.js";
import {pending} from "../../pending.js";
import type {Scored} from "./customer.js";

/** A part of the page that is there where a customer is scored; why one is not stands in the answer alone. */
export const whereScored = (
  name: string,
  loading: Promise<Result<Scored>>,
  render: (scored: Scored) => HTMLElement
): HTMLElement =>
  pending(name, loading, (scored) => (scored.ok ? render(scored.value) : html`<span></span>`));
