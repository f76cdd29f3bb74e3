// @vitest-environment jsdom
import fc from "fast-check";
import {beforeEach, describe, expect, it, vi} from "vitest";
import {real} from "../../lib/state/parameters.js";
import {fieldText, numberInput, readField} from "../../src/components/numberInput.js";
import {pageState} from "../../src/components/state.js";
import {browser} from "../support/dom.js";
import {formsKeepValues} from "../support/formValues.js";

formsKeepValues();
beforeEach(() => {
  vi.useFakeTimers({toFake: ["setTimeout", "clearTimeout"]});
  document.body.replaceChildren();
  history.replaceState(null, "", "/decide.html");
  browser();
});

const field = (form: HTMLElement) =>
  form.querySelector<HTMLInputElement>("input[type=text]") as HTMLInputElement;
const hand = (form: HTMLElement) =>
  form.querySelector<HTMLInputElement>("input[type=range]") as HTMLInputElement;
const type = (input: HTMLInputElement, text: string) => {
  input.value = text;
  input.dispatchEvent(new Event("input", {bubbles: true}));
};
const place = (
  bounds: readonly [number?, number?],
  options: Partial<Parameters<typeof numberInput>[1]> = {}
) => {
  const form = numberInput(bounds, {label: "Cost", ...options});
  document.body.append(form);
  const told: number[] = [];
  form.addEventListener("input", () => told.push(form.value));
  return {form, told};
};

describe("a number field", () => {
  it.each([
    ["0,35", 0.35],
    ["0.35", 0.35],
    ["1.250,50", 1250.5],
    ["1,250.50", 1250.5],
    ["R$ 12,5", 12.5],
    ["1250", 1250]
  ])("takes %s for %d", (text, value) => {
    const {form, told} = place([0, 5000]);
    form.value = 20;
    type(field(form), text);
    expect(told).toEqual([value]);
    field(form).dispatchEvent(new Event("change", {bubbles: true}));
    expect(field(form).value).toBe(fieldText(value));
  });

  it.each([
    ["1.250", /“Cost”: “1\.250” could be 1\.250 or 1,25: .* 20 stays in use\./],
    ["abc", /“abc” is not a number/],
    ["", /Fill in a number/],
    ["-1", /must be from 0 to 5\.000, and -1 is not/],
    ["9000", /must be from 0 to 5\.000, and 9\.000 is not/]
  ])("says why not at %j, and keeps its number", (text, sentence) => {
    const {form, told} = place([0, 5000]);
    form.value = 20;
    type(field(form), text);
    expect([form.value, told]).toEqual([20, []]);
    expect(form.querySelector("[role=alert]")?.textContent).toMatch(sentence);
    expect(field(form).getAttribute("aria-invalid")).toBe("true");
    type(field(form), "21");
    expect(form.querySelector("[role=alert]")).toBeNull();
    expect(told).toEqual([21]);
  });

  it("of whole numbers takes thousands and no decimals", () => {
    const {form} = place([0, 999_999], {step: 1});
    type(field(form), "1.250");
    expect(form.value).toBe(1250);
    type(field(form), "12,5");
    expect(form.querySelector("[role=alert]")?.textContent).toMatch(/whole number, and 12,5 is none/);
  });

  it("moves with its slider and with the arrow keys, within bounds", () => {
    const {form, told} = place([0, 1], {step: 0.05, slider: true});
    form.value = 0.9;
    expect(hand(form).value).toBe("0.9");
    for (const key of ["ArrowUp", "ArrowUp", "ArrowUp"])
      field(form).dispatchEvent(new KeyboardEvent("keydown", {key}));
    expect(told).toEqual([0.95, 1, 1]);
    hand(form).value = "0.35";
    hand(form).dispatchEvent(new Event("input", {bubbles: true}));
    expect([form.value, field(form).value]).toEqual([0.35, "0,35"]);
    const logarithmic = place([1, 1000], {step: 1, slider: "log"}).form;
    hand(logarithmic).value = String(Math.log(100));
    hand(logarithmic).dispatchEvent(new Event("input", {bubbles: true}));
    expect(logarithmic.value).toBe(100);
  });

  it("keeps its number in the address with a point", () => {
    history.replaceState(null, "", "/decide.html?contact=0.2");
    const address = pageState({contact: real(1, {min: 0, max: 100})});
    const form = address.input("contact", numberInput([0, 100], {label: "Cost", step: 0.1, slider: true}));
    document.body.append(form);
    expect(field(form).value).toBe("0,2");
    type(field(form), "0,35");
    form.dispatchEvent(new Event("change", {bubbles: true}));
    expect(location.search).toBe("?contact=0.35");
  });

  it("takes any number, written either way, for itself or says why not", () => {
    const number = fc.double({min: -1e6, max: 1e6, noNaN: true}).map((value) => Number(value.toPrecision(9)));
    fc.assert(
      fc.property(number, fc.constantFrom(",", "."), fc.boolean(), (value, sign, grouped) => {
        const [whole, decimals] = String(value).split(".");
        if (/e/.test(String(value))) return;
        const mark = sign === "," ? "." : ",";
        const marked = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, mark) : whole;
        const text = decimals === undefined ? marked : `${marked}${sign}${decimals}`;
        const read = readField(text, {least: -2e6, most: 2e6, whole: false, standing: NaN});
        if ("problem" in read) expect(read.problem).toMatch(/could be/);
        else expect(read.value).toBe(value);
        expect(readField(fieldText(value), {least: -2e6, most: 2e6, whole: false, standing: value})).toEqual({
          value
        });
      }),
      {numRuns: 1000}
    );
  });
});
