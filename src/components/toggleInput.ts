import * as Inputs from "npm:@observablehq/inputs";
import {field} from "./field.js";

/** In rem: the box and the space after it. */
const box = 1;

/** A choice of yes or no, its name beside its box. @example toggleInput("Delivered orders only") */
export const toggleInput = (label: string, {help}: {help?: string} = {}) =>
  field(Inputs.toggle({label}), {label, help, chars: Math.min(label.length, 30), beside: box});
