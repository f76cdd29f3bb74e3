import * as Inputs from "npm:@observablehq/inputs";
import {formatShare} from "../lib/format.js";
import {field as dressed, showUnit} from "./field.js";

/** How a number field looks. */
export interface NumberLook {
  label: string;
  /** What the number is in, shown in the field: "days", "%", the currency's sign; "share" shows a share in per cent. */
  unit?: string;
  /** A sentence under the field. */
  help?: string;
}

/** In characters: the fewest and the most that a number field shows, those of any fraction, and of a share in per cent. */
const digits = {fewest: 3, most: 11, fraction: 5, share: 6};

/** In rem: what a slider needs beside a field. */
const slider = 8;

/** A form of one text field for a number, with its label, and with a slider as one control. */
interface NumberField {
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  readonly label: HTMLLabelElement;
  /** Puts a slider beside the field. */
  readonly add: (hand: HTMLElement) => void;
  /** Shows what a number comes to, where that is another way of writing it. */
  readonly tell: (value: number) => void;
}

/**
 * @param reach numbers as the field will have to show them
 * @param whole whether it takes whole numbers only
 */
export function numberField(
  {label: text, unit, help}: NumberLook,
  reach: readonly string[],
  whole: boolean
): NumberField {
  const form = Inputs.text({label: text}).cloneNode(true) as HTMLFormElement;
  const field = form.querySelector("input");
  const label = form.querySelector("label");
  if (!field || !label) throw new Error(`no field or label: ${text}`);
  const longest = Math.max(whole ? digits.fewest : digits.fraction, ...reach.map((number) => number.length));
  const ofOne = unit === "share";
  const look = {label: text, unit: ofOne ? undefined : unit, help};
  const chars = Math.min(digits.most, longest);
  const dress = (beside: number) =>
    dressed(form, {...look, chars: chars + (ofOne ? digits.share : 0), beside});
  dress(0);
  form.style.setProperty("--chars", String(chars));
  return {
    form,
    field,
    label,
    add(hand) {
      field.parentElement?.append(hand);
      form.dataset.slider = "";
      dress(slider);
    },
    tell(value) {
      if (ofOne) showUnit(form, Number.isNaN(value) ? "" : `= ${percent(value)}`);
    }
  };
}

const percent = (share: number) =>
  formatShare(share, Math.abs(share * 100 - Math.round(share * 100)) < 1e-6 ? 0 : 1);
