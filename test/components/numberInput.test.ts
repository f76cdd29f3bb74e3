// @vitest-environment jsdom
import * as Inputs from "npm:@observablehq/inputs";
import fc from "fast-check";
import {beforeEach, describe, expect, it} from "vitest";
import {real} from "../../lib/state/parameters.js";
import type {NumberInput} from "../../src/components/numberInput.js";
import {numberInput} from "../../src/components/numberInput.js";
import {pageState} from "../../src/components/state.js";
import {formsKeepValues} from "../support/formValues.js";

formsKeepValues();
beforeEach(() => document.body.replaceChildren());

const part = (input: NumberInput, type: "text" | "range"): HTMLInputElement => {
  const found = input.querySelector<HTMLInputElement>(`input[type=${type}]`);
  if (!found) throw new Error(`no ${type}`);
  return found;
};
const type = (input: NumberInput, text: string, where: "text" | "range" = "text") => {
  part(input, where).value = text;
  part(input, where).dispatchEvent(new Event("input", {bubbles: true}));
};
const leave = (input: NumberInput) => part(input, "text").dispatchEvent(new Event("change", {bubbles: true}));
const press = (input: NumberInput, key: string) =>
  part(input, "text").dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
const sentence = (input: NumberInput) => input.querySelector("[role=alert]")?.textContent;
const heard = (input: NumberInput) => {
  const values: number[] = [];
  input.addEventListener("input", () => values.push(input.value));
  return values;
};
const cost = () => numberInput([0, 10_000], {label: "Cost, R$", step: 0.1, slider: [0, 100], value: 0.2});

describe("a number field", () => {
  it.each([
    ["0,35", 0.35, "0.35"],
    ["0.35", 0.35, "0.35"],
    ["1.250,50", 1250.5, "1250.5"],
    ["1,250.50", 1250.5, "1250.5"],
    ["R$ 12", 12, "12"],
    ["2.5000", 2.5, "2.5"],
    ["12,3450", 12.345, "12.3450"]
  ])("takes %s for %d, and shows it as %s", (text, value, shown) => {
    const input = numberInput([0, 10_000], {label: "Cost, R$"});
    const values = heard(input);
    type(input, text);
    leave(input);
    expect([values, input.value, part(input, "text").value]).toEqual([[value], value, shown]);
    expect(sentence(input)).toBeUndefined();
  });

  it.each([
    ["", "Fill in a number; 0.2 stays in use."],
    ["0,35 or so", "“0,35 or so” is not a number: write it like 1250 or 0.5; 0.2 stays in use."],
    ["1.370", "“1.370” could be 1,370 or 1.37: write 1370, or 1.3700; 0.2 stays in use."],
    ["12.345", "“12.345” could be 12,345 or 12.345: write 12345, or 12.3450; 0.2 stays in use."],
    ["-1", "“Cost, R$” must be a number from 0 to 10,000; 0.2 stays in use."],
    ["10.000,01", "“Cost, R$” must be a number from 0 to 10,000; 0.2 stays in use."]
  ])("says what is wrong with “%s”, tells nobody and keeps the last good number", (text, said) => {
    const input = cost();
    const values = heard(input);
    type(input, text);
    leave(input);
    expect([values, input.value, part(input, "text").value]).toEqual([[], 0.2, text]);
    expect(sentence(input)).toBe(said);
    expect(part(input, "text").getAttribute("aria-invalid")).toBe("true");
    expect(part(input, "text").getAttribute("aria-describedby")).toBe(
      input.querySelector("[role=alert]")?.id
    );
    type(input, "3");
    expect([values, sentence(input)]).toEqual([[3], undefined]);
    expect(part(input, "text").hasAttribute("aria-invalid")).toBe(false);
  });

  it("takes whole numbers alone where it asks for them, so that three digits behind a sign are thousands", () => {
    const input = numberInput([0, 100_000], {label: "Contacts", step: 1, value: 7});
    type(input, "1.370");
    expect(input.value).toBe(1370);
    type(input, "1,5");
    expect(sentence(input)).toBe("“Contacts” must be a whole number from 0 to 100,000; 1370 stays in use.");
  });

  it("reads a per cent sign by what the field is in", () => {
    const percent = numberInput([0, 100], {label: "Rate, %"});
    const share = numberInput([0, 1], {label: "Share"});
    type(percent, "3,5 %");
    type(share, "3,5 %");
    expect([percent.value, share.value]).toEqual([3.5, 0.035]);
    type(percent, "33.333");
    expect(percent.value).toBe(33.333);
  });

  it("gives back any number within its bounds that it is set to, or that is written with a comma or a point", () => {
    fc.assert(
      fc.property(
        fc.double({min: -1e6, max: 1e6, noNaN: true}).filter((value) => !Object.is(value, -0)),
        fc.constantFrom(".", ","),
        fc.constantFrom("", ".", ",", " "),
        (value, decimal, thousands) => {
          const input = numberInput([-1e6, 1e6], {label: "Any", value: 1});
          input.value = value;
          leave(input);
          const set = input.value;
          type(input, part(input, "text").value);
          expect([set, input.value]).toEqual([value, value]);

          input.value = 1;
          const [whole, ...rest] = String(value).split(".");
          const grouped = thousands === decimal ? whole : whole.replace(/\B(?=(\d{3})+$)/g, thousands);
          type(input, [grouped, ...rest].join(decimal));
          if (sentence(input) === undefined) expect(input.value).toBe(value);
          else expect([input.value, sentence(input)]).toEqual([1, expect.stringMatching(/could be/)]);
        }
      ),
      {numRuns: 150}
    );
  });

  it("has a minus on a phone’s keys where it takes one", () => {
    const modes = [
      numberInput([-1, 1], {label: "Effect"}),
      cost(),
      numberInput([0, 9], {label: "Users", step: 1})
    ];
    expect(modes.map((input) => part(input, "text").inputMode)).toEqual(["text", "decimal", "numeric"]);
  });

  it("steps by the arrow keys, without tails and no further than its bounds", () => {
    const input = cost();
    const values = heard(input);
    press(input, "ArrowUp");
    type(input, "0,35");
    press(input, "ArrowDown");
    press(input, "ArrowDown");
    press(input, "ArrowDown");
    press(input, "ArrowDown");
    press(input, "Home");
    expect(values).toEqual([0.3, 0.35, 0.25, 0.15, 0.05, 0]);
    expect(part(input, "text").value).toBe("0");
  });

  it("goes with a slider, which reaches as far as it says and is called as the field is", () => {
    const input = cost();
    type(input, "12.5", "range");
    expect([input.value, part(input, "text").value]).toEqual([12.5, "12.5"]);
    type(input, "1.250,50");
    expect([input.value, part(input, "range").value]).toEqual([1250.5, "100"]);
    const label = input.querySelector("label");
    expect(part(input, "range").getAttribute("aria-labelledby")).toBe(label?.id);
    expect(label?.htmlFor).toBe(part(input, "text").id);

    const steps = numberInput([1, 2000], {label: "Steps", step: 1, slider: "log", value: 100});
    expect(Number(part(steps, "range").value)).toBeCloseTo(Math.log(100), 10);
    type(steps, String(Math.log(50.4)), "range");
    expect(steps.value).toBe(50);
  });

  it("may be empty where that stands for something", () => {
    const input = numberInput([1, 5], {label: "Score", value: 2, empty: NaN});
    const values = heard(input);
    type(input, " ");
    type(input, "4,5");
    expect(values).toEqual([NaN, 4.5]);
  });

  it("takes no value that it could not show, and goes back to what the page set", () => {
    const input = cost();
    input.value = 3;
    for (const wrong of [-1, NaN, "4", undefined]) input.value = wrong as number;
    expect(input.value).toBe(3);
    type(input, "9");
    document.body.append(input);
    (input as unknown as HTMLFormElement).reset();
    expect([input.value, part(input, "text").value]).toEqual([3, "3"]);
  });

  it("stands in the address with a point", () => {
    history.replaceState(null, "", "/decide.html?contact=0.2");
    const state = pageState({contact: real(1, {min: 0, max: 10_000})});
    const input = state.input("contact", cost());
    document.body.append(input);
    expect(part(input, "text").value).toBe("0.2");
    type(input, "1.250,50");
    leave(input);
    expect(location.search).toBe("?contact=1250.5");
  });

  it("is part of a form of inputs", () => {
    const [rate, users] = [numberInput([0, 1], {label: "Rate"}), numberInput([1, 9], {label: "Users"})];
    const both = Inputs.form({rate, users}) as HTMLElement & {value: {rate: number; users: number}};
    type(rate, "0,25");
    expect(both.value).toEqual({rate: 0.25, users: 1});
    both.value = {rate: 0.5, users: 3};
    expect([rate.value, users.value]).toEqual([0.5, 3]);
  });
});
