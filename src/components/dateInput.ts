import * as Inputs from "npm:@observablehq/inputs";
import {field} from "./field.js";

/** A day as browsers write it, with the button that opens a calendar. */
const look = {chars: 11, beside: 1.5};

/**
 * A field for a day, between two that are included (ISO days).
 * @example dateInput("Cutoff", {min: "2017-01-01", max: "2018-08-29"})
 */
export const dateInput = (label: string, {min, max}: {min?: string; max?: string} = {}) =>
  field(Inputs.date({label, min, max}), {label, ...look});
