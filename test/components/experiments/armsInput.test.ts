// @vitest-environment jsdom
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {armsHref, armsLinks} from "../../../src/components/experiments/armsLinks.js";
import {armsInput} from "../../../src/components/experiments/armsInput.js";
import {numbersOf, weightsOf} from "../../../src/components/experiments/read/parameters.js";
import {reportButtons} from "../../../src/components/experiments/report.js";
import {browser, textOf} from "../../support/dom.js";

let tab: ReturnType<typeof browser>;
beforeEach(() => {
  tab = browser();
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const fields = (form: HTMLElement) => [...form.querySelectorAll("input")];
const button = (element: HTMLElement, text: string) =>
  [...element.querySelectorAll("button")].find(
    (one) => one.textContent?.includes(text) || one.getAttribute("aria-label") === text
  );

describe("the arms' table", () => {
  it("shows what the address says and says what is typed", () => {
    const form = armsInput("proportion");
    form.value = "control:1000:200,a%2Cb:1000:250";
    expect(fields(form).map(({value}) => value)).toEqual(["control", "1000", "200", "a,b", "1000", "250"]);
    fields(form)[2].value = "1.210";
    expect(form.value).toBe("control:1000:1210,a%2Cb:1000:250");
    fields(form)[2].dispatchEvent(new Event("change"));
    expect(fields(form)[2].value).toBe("1210");
    fields(form)[2].value = "two, or so";
    expect(form.value).toBe("control:1000:two%2C%20or%20so,a%2Cb:1000:250");
  });

  it("takes what could be thousands or decimals for neither, in a field of amounts", () => {
    const form = armsInput("mean");
    form.value = "a:2:3.5:7.25,b:2:4:10";
    fields(form)[2].value = "1.370";
    expect(form.value).toBe("a:2:1.370?:7.25,b:2:4:10");
    fields(form)[2].dispatchEvent(new Event("change"));
    expect(fields(form)[2].value).toBe("1.370");
    fields(form)[2].value = "1.370,5";
    expect(form.value).toBe("a:2:1370.5:7.25,b:2:4:10");
  });

  it("shows sums with a decimal comma", () => {
    const form = armsInput("mean");
    form.value = "a:2:3.5:7.25,b:2:4:10";
    expect(fields(form)[2].value).toBe("3.5");
    expect(form.value).toBe("a:2:3.5:7.25,b:2:4:10");
  });

  it("shows any sum that an address has so that it is read as the same", () => {
    const form = armsInput("mean");
    form.value = "a:2:1.375:7,b:2:4:10";
    expect(fields(form)[2].value).toBe("1.3750");
    expect(form.value).toBe("a:2:1.375:7,b:2:4:10");
  });

  it("marks the field whose text is no number, or could be two", () => {
    const form = armsInput("mean");
    form.value = "a:2:3:5,b:2:4:10";
    const [, , sum] = fields(form);
    expect(sum.getAttribute("aria-invalid")).toBe("false");
    for (const text of ["1.370", "many"]) {
      sum.value = text;
      sum.dispatchEvent(new Event("input", {bubbles: true}));
      expect(sum.getAttribute("aria-invalid")).toBe("true");
    }
  });

  it("grows and shrinks, from two arms to ten", () => {
    const form = armsInput("proportion", "guardrail");
    form.value = "a:1:1,b:1:1";
    const heard = vi.fn();
    form.addEventListener("input", heard);
    const add = button(form, "Add an arm") as HTMLButtonElement;
    for (let i = 0; i < 12; i++) add.click();
    expect(form.querySelectorAll("tbody tr")).toHaveLength(10);
    expect(add.disabled).toBe(true);
    button(form, "Remove arm 3, guardrail")?.click();
    expect(form.querySelectorAll("tbody tr")).toHaveLength(9);
    expect(heard).toHaveBeenCalledTimes(9);
    expect(button(form, "Remove control, guardrail")).toBeUndefined();
  });
});

it("links the same arms to the other pages", () => {
  const shared = {metric: "mean", arms: "", meanArms: "a:1:1:1,b:1:1:1"} as const;
  expect(armsHref("bayes", shared)).toBe(
    "./experiments/bayes.html?metric=mean&meanArms=a%3A1%3A1%3A1%2Cb%3A1%3A1%3A1"
  );
  const links = [...armsLinks("read", shared).querySelectorAll("a")].map((link) => link.getAttribute("href"));
  expect(links.map((href) => href?.split("?")[0])).toEqual([
    "./experiments/bayes.html",
    "./experiments/sequential.html"
  ]);
});

it("reads lists of numbers, or says which is none", () => {
  expect(numbersOf("90/10")).toEqual({ok: true, value: [90, 10]});
  expect(numbersOf("50/33,33/16.67")).toEqual({ok: true, value: [50, 33.33, 16.67]});
  expect(numbersOf("0,012 0.345", {least: 0, most: 1})).toEqual({ok: true, value: [0.012, 0.345]});
  expect(numbersOf("1.500/500")).toMatchObject({
    message: "“1.500” could be 1,500 or 1.5: write 1500, or 1.5000."
  });
  expect(numbersOf("0,03; 0.2")).toEqual({ok: true, value: [0.03, 0.2]});
  expect(weightsOf("50/33.333/16.667")).toEqual({ok: true, value: [50, 33.333, 16.667]});
  expect(weightsOf("1.500/500")).toMatchObject({ok: false, code: "either"});
  expect(numbersOf("")).toEqual({ok: true, value: []});
  expect(numbersOf("0,03 x")).toMatchObject({
    ok: false,
    message: expect.stringMatching(/“x” is not a number/) as string
  });
});

it("hands a report out as JSON, CSV and print", async () => {
  const rows = [{arm: "<b>a</b>", users: 10, p: null}];
  const buttons = tab.attach(
    reportButtons({title: "My test", data: {rows, level: 0.95}, sentences: ["All is well."]})
  );
  button(buttons, "JSON")?.click();
  button(buttons, "CSV")?.click();
  expect(tab.files.map(({name}) => name)).toEqual(["vitrine-my-test.json", "vitrine-my-test.csv"]);
  expect(JSON.parse(await textOf(tab.files[0].blob))).toMatchObject({title: "My test", level: 0.95, rows});
  expect(await textOf(tab.files[1].blob)).toContain("<b>a</b>,10,");

  let printed = "";
  window.print = () => (printed = document.querySelector(".report")?.textContent ?? "");
  button(buttons, "Print")?.click();
  expect(printed).toMatch(/My test\s+All is well\.[\s\S]*<b>a<\/b>\s*10\s*–/);
  expect(document.querySelector(".report b")).toBeNull();
  window.dispatchEvent(new Event("afterprint"));
  expect(document.querySelector(".report")).toBeNull();
});
