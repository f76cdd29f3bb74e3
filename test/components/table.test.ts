// @vitest-environment jsdom
import {csvParse} from "d3";
import {beforeEach, describe, expect, it} from "vitest";
import {formatMoney} from "../../lib/format.js";
import {readable, table} from "../../src/components/table.js";
import {browser, spaced, textOf} from "../support/dom.js";

const hostile = "<img src=x onerror=alert(1)>";
const people = Array.from({length: 500}, (_, i) => ({
  customer: i + 1,
  category: i === 0 ? hostile : `c${i % 7}`,
  spent: (i * 7919) % 1000
}));

let page = browser();
beforeEach(() => {
  document.body.replaceChildren();
  page = browser();
});

const cells = (element: Element, column: number) =>
  [...element.querySelectorAll(`tbody tr > :nth-child(${column + 1})`)].map((cell) =>
    spaced(cell.textContent)
  );

describe("table", () => {
  it("renders the rows in sight, not all of them, and says how many there are", () => {
    const element = page.attach(table(people, {caption: "Customers"}));
    expect(element.querySelectorAll("tbody tr").length).toBeLessThan(50);
    expect(element.querySelector("table")?.getAttribute("aria-rowcount")).toBe("501");
    expect(element.querySelector(".table-head")?.textContent).toContain("500 rows");
  });

  it("gives all rows as CSV, not only those rendered, and all columns, not only those shown", async () => {
    const element = page.attach(table(people, {caption: "Customers", columns: {customer: {}}}));
    element.querySelector<HTMLButtonElement>(".table-head button")?.click();
    const back = csvParse(await textOf(page.files[0].blob));
    expect(back).toHaveLength(500);
    expect(back.columns).toEqual(["customer", "category", "spent"]);
    expect(back[0].category).toBe(hostile);
  });

  it("sorts by a button in the heading and says so", () => {
    const element = page.attach(table(people, {caption: "Customers"}));
    const button = element.querySelectorAll<HTMLButtonElement>("thead button")[2];
    button.click();
    expect(button.closest("th")?.getAttribute("aria-sort")).toBe("ascending");
    const ascending = people.map(({spent}) => spent).sort((a, b) => a - b);
    expect(cells(element, 3).slice(0, 3)).toEqual(ascending.slice(0, 3).map(String));
    button.click();
    expect(button.closest("th")?.getAttribute("aria-sort")).toBe("descending");
    expect(document.querySelector("[role=status]")?.textContent).toBe("Sorted by spent, descending");
  });

  it("starts sorted where asked to", () => {
    const element = page.attach(table(people, {caption: "Customers", sort: "spent", reverse: true}));
    expect(cells(element, 3)[0]).toBe(String(Math.max(...people.map(({spent}) => spent))));
    expect(element.querySelectorAll("thead th")[3].getAttribute("aria-sort")).toBe("descending");
  });

  it("names and formats columns and keeps their order", () => {
    const columns = {spent: {label: "Spent", format: formatMoney}, customer: {label: "Customer"}};
    const element = page.attach(table(people.slice(1, 2), {caption: "Customers", columns}));
    const headings = [...element.querySelectorAll("thead button")].map((it) => it.textContent);
    expect(headings).toEqual(["Spent", "Customer"]);
    expect(cells(element, 1)).toEqual(["R$ 9.19"]);
  });

  it("keeps hostile text as text in cells, headings and caption", () => {
    const element = page.attach(table([{[hostile]: hostile}], {caption: hostile}));
    expect(element.querySelector("img")).toBeNull();
    expect(cells(element, 1)).toEqual([hostile]);
  });

  it("shows no number that is none, whatever the rows", () => {
    const odd = [
      {a: NaN, b: null, c: undefined, d: new Date(NaN), e: Infinity},
      {a: null, b: null, c: undefined, d: null, e: null}
    ];
    for (const rows of [[], odd, odd.slice(1)])
      expect(page.attach(table(rows, {caption: "Odd"})).textContent).not.toMatch(
        /NaN|Infinity|undefined|null|Invalid/
      );
  });
});

describe("readable", () => {
  it("writes values as the site does", () => {
    expect(readable(1234.5)).toBe("1,234.50");
    expect(readable(99441)).toBe("99,441");
    expect(readable(0.06773)).toBe("0.0677");
    expect(readable(9007199254740993n)).toBe("9,007,199,254,740,992");
    expect(readable(true)).toBe("yes");
    expect(readable(null)).toBe("–");
    expect(readable(new Date("2017-11-24"))).toBe("24 Nov 2017");
    expect(readable(new Date("2017-11-24T10:56:00Z"))).toBe("24 Nov 2017 10:56");
  });
});
