// @vitest-environment jsdom
import {beforeEach, describe, expect, it} from "vitest";
import {plainCsv} from "../../lib/csv/csvForm.js";
import {
  announce,
  csvButtons,
  copyText,
  download,
  downloadCsv,
  fileName
} from "../../src/components/exports.js";
import {standaloneSvg, wrap} from "../../src/components/standaloneSvg.js";
import {browser, settled, textOf} from "../support/dom.js";

let page = browser();
beforeEach(() => {
  document.body.replaceChildren();
  page = browser();
});

const status = () => document.querySelector("[role=status]")?.textContent;

const bytesOf = (blob: Blob) =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsBinaryString(blob);
  });

describe("exports", () => {
  it("name files after what they hold", () => {
    expect(fileName("Revenue by state", "csv")).toBe("vitrine-revenue-by-state.csv");
    expect(fileName("São Paulo / 2017", "png")).toBe("vitrine-sao-paulo-2017.png");
    expect(fileName("../..", "svg")).toBe("vitrine-export.svg");
  });

  it("hand over a file and say so", async () => {
    download("a.txt", new Blob(["hello"]));
    expect(page.files.map(({name}) => name)).toEqual(["a.txt"]);
    expect(await textOf(page.files[0].blob)).toBe("hello");
    expect(status()).toBe("Downloaded a.txt");
    expect(document.querySelector("a")).toBeNull();
  });

  it("write CSV in the order asked for", async () => {
    downloadCsv("states", [{state: "SP", orders: 1}], plainCsv, ["orders", "state"]);
    expect(await textOf(page.files[0].blob)).toBe("orders,state\r\n1,SP\r\n");
  });

  it("offer CSV for programs and for Excel, told apart by name and by what they say", async () => {
    const rows = [{city: "São Paulo", price_cents: 1250}];
    const buttons = page.attach(csvButtons("Prices", (form) => downloadCsv("prices", rows, form)));
    const all = [...buttons.querySelectorAll("button")];
    expect(all.map((it) => it.textContent?.trim())).toEqual(["CSV of Prices", "CSV for Excel of Prices"]);
    for (const it of all) it.click();
    expect(page.files.map(({name}) => name)).toEqual(["vitrine-prices.csv", "vitrine-prices-excel.csv"]);
    expect(await textOf(page.files[0].blob)).toBe("city,price_brl\r\nSão Paulo,12.50\r\n");
    expect(await bytesOf(page.files[1].blob.slice(0, 3))).toBe("\u00ef\u00bb\u00bf");
  });

  it("hold their buttons while a file is made, and say why it could not be", async () => {
    const buttons = page.attach(csvButtons("People", () => Promise.reject(new Error("no such table"))));
    const [first] = buttons.querySelectorAll("button");
    first.click();
    expect(first.disabled).toBe(true);
    await settled();
    expect(first.disabled).toBe(false);
    expect(buttons.textContent).toMatch(/The file could not be written.*no such table/);
    expect(page.files).toEqual([]);
  });

  it("say what to do when the clipboard is closed to the page", async () => {
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: {writeText: () => Promise.reject(new Error("denied"))}
    });
    expect(await copyText("select 1", "SQL")).toBe(false);
    expect(status()).toMatch(/allow this page to use the clipboard/);
    Object.defineProperty(navigator, "clipboard", {configurable: true, value: undefined});
    expect(await copyText("select 1", "Query")).toBe(false);
    expect(status()).toMatch(/^Query could not be copied/);
  });

  it("announce in one place, even after the page was redrawn", () => {
    announce("one");
    document.body.replaceChildren();
    announce("two");
    expect(document.querySelectorAll("[role=status]")).toHaveLength(1);
    expect(status()).toBe("two");
  });
});

describe("standaloneSvg", () => {
  it("stacks the pictures of a figure and makes room for every one", () => {
    const figure = document.createElement("div");
    for (const height of [100, 50]) {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.setAttribute("width", "400");
      svg.setAttribute("height", String(height));
      figure.append(svg);
    }
    const text = standaloneSvg(figure, {title: "Title", note: "Note"});
    const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    expect(root.querySelectorAll("svg")).toHaveLength(2);
    expect(Number(root.getAttribute("height"))).toBeGreaterThan(180);
    expect(root.getAttribute("width")).toBe("432");
  });

  it("breaks a long title into lines", () => {
    expect(wrap("one two three", 8)).toEqual(["one two", "three"]);
    expect(wrap("unbreakable", 3)).toEqual(["unbreakable"]);
  });
});
