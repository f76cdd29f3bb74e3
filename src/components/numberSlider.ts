import {html} from "npm:htl";

export interface SliderOptions {
  step: number | "any";
  /** Whether numbers are spread by order of magnitude. */
  logarithmic: boolean;
}

/** A slider that stands beside a number field. */
export interface NumberSlider {
  readonly element: HTMLInputElement;
  /** The number that the hand has chosen. */
  readonly value: number;
  /** Moves to a number, or as near as the slider reaches. */
  show(number: number): void;
}

/** As many digits as a hand means where no step is said. */
const digits = 4;

/** A slider over numbers, in steps from its lower end; its name is that of `label`. */
export function numberSlider(
  [low, high]: readonly [number, number],
  {step, logarithmic}: SliderOptions,
  label: HTMLLabelElement
): NumberSlider {
  const [there, back] = logarithmic ? [Math.log, Math.exp] : [Number, Number];
  label.id ||= `${label.htmlFor}-label`;
  const element = html`<input
    type="range"
    min=${there(low)}
    max=${there(high)}
    step=${logarithmic ? "any" : step}
    aria-labelledby=${label.id}
  />` as HTMLInputElement;
  const within = (number: number) => Math.min(high, Math.max(low, number));
  const rounded = (number: number) =>
    Number(step === "any" ? number.toPrecision(digits) : (Math.round(number / step) * step).toPrecision(12));
  return {
    element,
    get value() {
      const number = back(Number(element.value));
      return logarithmic || step === "any" ? within(rounded(number)) : number;
    },
    show: (number) => {
      element.value = String(there(Number.isNaN(number) ? low : within(number)));
    }
  };
}
