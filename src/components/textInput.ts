import * as Inputs from "npm:@observablehq/inputs";
import {field} from "./field.js";

interface TextOptions {
  /** An example of what may be typed. */
  placeholder?: string;
  /** A sentence under the field. */
  help?: string;
  /** How many characters the field has to show at once. */
  chars?: number;
  /** More than one line, of at most so many characters. */
  lines?: {rows: number; most: number};
}

const usual = 16;

/**
 * A field for a text, which counts as it is typed.
 * @example textInput("City", {placeholder: "são paulo"})
 */
export function textInput(label: string, {placeholder, help, chars, lines}: TextOptions = {}) {
  const form = lines
    ? Inputs.textarea({label, placeholder, rows: lines.rows, maxlength: lines.most, submit: false})
    : Inputs.text({label, placeholder, submit: false});
  return field(form, {label, help, chars: chars ?? Math.max(usual, placeholder?.length ?? 0)});
}
