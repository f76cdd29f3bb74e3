// @vitest-environment jsdom
import {beforeEach, expect, it} from "vitest";
import {currencySign} from "../../lib/format.js";
import {radioInput, selectInput, severalInput} from "../../src/components/choiceInput.js";
import {chosenIn} from "../../src/components/chosen.js";
import {dateInput} from "../../src/components/dateInput.js";
import {nameField} from "../../src/components/field.js";
import {fileInput} from "../../src/components/fileInput.js";
import {numberInput} from "../../src/components/numberInput.js";
import {fieldNote} from "../../src/components/stateField.js";
import {textInput} from "../../src/components/textInput.js";
import {toggleInput} from "../../src/components/toggleInput.js";
import {formsKeepValues} from "../support/formValues.js";

formsKeepValues();
beforeEach(() => document.body.replaceChildren());

const inputOf = (form: Element) => form.querySelector<HTMLInputElement>("input") as HTMLInputElement;
const unitOf = (form: Element) => form.querySelector(".field-unit");

it("shows a number's unit in the field, the currency before it, and keeps it in its name", () => {
  const [cost, horizon] = [
    numberInput([0, 100], {label: "Cost", unit: currencySign}),
    numberInput([1, 365], {label: "Horizon", unit: "days", step: 1, slider: true})
  ];
  expect([cost, horizon].map((form) => form.querySelector("label")?.textContent)).toEqual([
    `Cost, ${currencySign}`,
    "Horizon, days"
  ]);
  expect(unitOf(cost)?.nextElementSibling).toBe(inputOf(cost));
  expect(unitOf(horizon)?.previousElementSibling).toBe(inputOf(horizon));
  expect(unitOf(horizon)?.nextElementSibling?.getAttribute("type")).toBe("range");
  nameField(horizon, "Days ahead", "days");
  expect(horizon.querySelector("label")?.textContent).toBe("Days ahead");
  nameField(horizon, "Effect", "% of the baseline");
  expect([unitOf(horizon)?.textContent, horizon.querySelectorAll(".field-unit").length]).toEqual([
    "% of the baseline",
    1
  ]);
});

it("shows what a share is in per cent, as it is typed", () => {
  const share = numberInput([0, 1], {label: "Share", unit: "share", value: 0.95});
  expect([share.querySelector("label")?.textContent, unitOf(share)?.textContent]).toEqual([
    "Share",
    "= 95\u00a0%"
  ]);
  inputOf(share).value = "0,068";
  inputOf(share).dispatchEvent(new Event("input", {bubbles: true}));
  expect(unitOf(share)?.textContent).toBe("= 6.8\u00a0%");
});

it("gives a field the columns that its longest text needs", () => {
  const columns = (...options: string[]) => Number(selectInput(options, "State").dataset.columns);
  expect(columns("a")).toBe(2);
  expect(columns("a", "Only the first of several that are alike")).toBe(5);
  expect(columns("x".repeat(200))).toBe(7);
  expect(radioInput(["x".repeat(200)], "State").hasAttribute("data-wide")).toBe(true);
});

it("reads help and what is wrong out with the field, and its help alone once it is right", () => {
  const city = textInput("City", {help: "As the files write it."});
  const help = city.querySelector(".field-help");
  const note = fieldNote(city);
  expect(inputOf(city).getAttribute("aria-describedby")).toBe(help?.id);
  note.say("No such city.");
  expect(inputOf(city).getAttribute("aria-describedby")).toBe(
    `${help?.id} ${city.querySelector("[role=alert]")?.id}`
  );
  note.say();
  expect(inputOf(city).getAttribute("aria-describedby")).toBe(help?.id);
});

it("names a group of boxes, and gives those ticked in the order offered", () => {
  const several = severalInput(["mail", "shop", "phone"], "Channels");
  several.value = ["phone", "mail"];
  expect(several.value).toEqual(["mail", "phone"]);
  const group = several.querySelector("[role=group]");
  expect(several.querySelector(`#${group?.getAttribute("aria-labelledby")}`)?.textContent).toBe("Channels");
});

it("hands a file over and is empty again", () => {
  const taken: string[] = [];
  const form = fileInput("File", {accept: ".csv", take: ({name}) => taken.push(name)});
  const file = new File(["a"], "users.csv");
  Object.defineProperty(inputOf(form), "files", {value: {item: () => file}});
  inputOf(form).dispatchEvent(new Event("change", {bubbles: true}));
  expect([taken, form.querySelector("label")?.htmlFor]).toEqual([["users.csv"], inputOf(form).id]);
});

it("says what is chosen, with units and names, but for fields without a say", () => {
  const bar = document.createElement("div");
  const [hidden, ticked] = [numberInput([0, 1], {label: "Hidden"}), toggleInput("Delivered orders only")];
  hidden.hidden = true;
  ticked.value = true;
  bar.append(
    selectInput(["all"], "State", {all: "All of Brazil"}),
    numberInput([0, 9], {label: "Cost", unit: currencySign, value: 2}),
    numberInput([0, 9], {label: "Window", unit: "days", value: 7}),
    ticked,
    toggleInput("Same-day orders as one"),
    dateInput("Cutoff"),
    hidden
  );
  document.body.append(bar);
  expect(chosenIn(bar)).toEqual(["All of Brazil", `${currencySign} 2`, "7 days", "Delivered orders only"]);
  expect(chosenIn(bar, {named: true}).slice(0, 2)).toEqual(["state All of Brazil", `cost ${currencySign} 2`]);
});

it("puts the options of a menu under headings, and keeps order and values", () => {
  const form = selectInput(["value", "freight", "age"], "Measure", String, {
    headingOf: (name) => (name === "age" ? "The customer" : "The order")
  });
  const menu = form.querySelector("select") as HTMLSelectElement;
  expect([...menu.querySelectorAll("optgroup")].map(({label}) => label)).toEqual([
    "The order",
    "The customer"
  ]);
  expect([...menu.options].map(({text}) => text)).toEqual(["value", "freight", "age"]);
  expect(form.value).toBe("value");
  form.value = "age";
  expect(menu.selectedOptions[0].text).toBe("age");
  menu.selectedIndex = 1;
  menu.dispatchEvent(new Event("input", {bubbles: true}));
  expect(form.value).toBe("freight");
});
