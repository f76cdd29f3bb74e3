// @vitest-environment jsdom
import * as Plot from "npm:@observablehq/plot";
import {beforeEach, describe, expect, it} from "vitest";
import type {ChartOptions} from "../../src/components/chart.js";
import {chart} from "../../src/components/chart.js";
import {browser, settled, textOf} from "../support/dom.js";

interface Row {
  category: string;
  orders: number;
}

const rows: Row[] = [
  {category: "Toys", orders: 4117},
  {category: "Auto", orders: 4235}
];
const render = (data: readonly Row[], {width}: {width: number}) =>
  Plot.barX(data, {y: "category", x: "orders"}).plot({width});

let page = browser();
let count = 0;
beforeEach(() => {
  document.body.replaceChildren();
  page = browser();
});

const make = (options: Partial<ChartOptions<Row>> = {}) =>
  page.attach(
    chart<Row>({
      name: `orders-${++count}`,
      title: "Auto leads",
      note: "All orders.",
      data: rows,
      render,
      ...options
    })
  );
const button = (figure: Element, text: string) => {
  const found = [...figure.querySelectorAll("button")].find((it) => it.textContent?.trim().startsWith(text));
  if (!found) throw new Error(`no such button: ${text}`);
  return found;
};

describe("the frame of a chart", () => {
  it("names the picture by its title and describes it by its note with the rows counted", () => {
    const figure = make();
    const svg = figure.querySelector("svg");
    expect(svg?.getAttribute("role")).toBe("img");
    expect(svg?.getAttribute("aria-label")).toBe("Auto leads");
    const note = document.getElementById(svg?.getAttribute("aria-describedby") ?? "");
    expect(note?.textContent).toBe("All orders. 2 rows counted.");
    expect(figure.getAttribute("aria-busy")).toBe("false");
  });

  it("says what was counted when the caller knows better than the number of rows", () => {
    const counted = (data: readonly Row[]) => `${data[0].orders + data[1].orders} orders`;
    expect(make({counted}).querySelector("figcaption")?.textContent).toBe("All orders. 8352 orders counted.");
  });

  it("is busy with a placeholder until the rows arrive", async () => {
    const figure = make({data: Promise.resolve(rows)});
    expect([figure.dataset.state, figure.getAttribute("aria-busy")]).toEqual(["pending", "true"]);
    expect(figure.querySelector(".chart-skeleton")).not.toBeNull();
    await settled();
    expect([figure.dataset.state, figure.getAttribute("aria-busy")]).toEqual(["ready", "false"]);
  });

  it("shows the last picture of its name while newer rows are on their way", async () => {
    const old = make({name: "sales"}).querySelector("svg");
    const figure = make({name: "sales", data: Promise.resolve(rows.slice(1))});
    expect(figure.dataset.state).toBe("stale");
    expect(figure.querySelector("svg")).toBe(old);
    await settled();
    expect(figure.dataset.state).toBe("ready");
    expect(figure.querySelector("svg")).not.toBe(old);
  });

  it("turns a failed query into a sentence and leaves other charts alone", async () => {
    const failing = make({data: Promise.reject(new Error("unknown table: order; there are: orders"))});
    const other = make();
    await settled();
    expect(failing.dataset.state).toBe("error");
    expect(failing.querySelector("[role=alert]")?.textContent).toContain("unknown table: order");
    expect(other.dataset.state).toBe("ready");
  });

  it("turns a picture that cannot be drawn into a sentence", () => {
    const figure = make({
      render: () => {
        throw new Error("unknown scale: w");
      }
    });
    expect(figure.querySelector("[role=alert]")?.textContent).toContain("unknown scale: w");
  });

  it("says that a selection is empty and offers no exports of it", async () => {
    const figure = make({data: []});
    await settled();
    expect(figure.dataset.state).toBe("empty");
    expect(figure.querySelector(".chart-empty")?.textContent).toMatch(/widen the period/);
    expect(figure.querySelector<HTMLElement>(".chart-tools")?.hidden).toBe(true);
  });

  it("draws again when it gets another width, and when the theme turns", () => {
    const seen: [number, boolean][] = [];
    make({
      render: (data, size) => {
        seen.push([size.width, size.dark]);
        return render(data, size);
      }
    });
    page.resize(358);
    page.turn(true);
    expect(seen).toEqual([
      [640, false],
      [358, false],
      [358, true]
    ]);
  });
});

describe("the tools of a chart", () => {
  it("give the rows as CSV, with hostile cells defused", async () => {
    const figure = make({name: "By category", data: [{category: "=1+1", orders: 2}]});
    button(figure, "CSV").click();
    expect(page.files[0].name).toBe("vitrine-by-category.csv");
    expect(await textOf(page.files[0].blob)).toBe("category,orders\r\n'=1+1,2\r\n");
  });

  it("give the rows for Excel, and in the words that the chart has for a file", async () => {
    const figure = make({
      data: [{category: "Auto", orders: 2}],
      exported: ({orders}) => ({value_cents: orders})
    });
    button(figure, "CSV for Excel").click();
    expect(page.files[0].name).toMatch(/-excel\.csv$/);
    expect(await textOf(page.files[0].blob)).toContain("value_brl\r\n0.02\r\n");
  });

  it("give a picture that stands alone, with title, note, background and no reference to the page", async () => {
    document.body.innerHTML = '<details id="data-badge"><summary>Synthetic data</summary></details>';
    const figure = make({
      name: "alone",
      render: (data, {width}) =>
        Plot.barX(data, {y: "category", x: "orders", fill: "var(--color-accent)"}).plot({width})
    });
    button(figure, "SVG").click();
    const text = await textOf(page.files[0].blob);
    expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(text).toContain("Auto leads");
    expect(text).toContain("2 rows counted. Synthetic data.");
    expect(text).toMatch(/<rect width="100%" height="100%" fill="[^"]+"/);
    expect(text).not.toMatch(/="var\(|aria-describedby/);
    expect(new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror")).toBeNull();
  });

  it("copy the SQL, and only where there is some", async () => {
    const figure = make({sql: "select category, count(*) from items group by 1"});
    button(figure, "Copy as SQL").click();
    await settled();
    expect(page.copied).toEqual(["select category, count(*) from items group by 1"]);
    expect(document.querySelector("[role=status]")?.textContent).toBe("SQL copied");
    expect(button(make(), "Copy as SQL").hidden).toBe(true);
  });

  it("show the numbers as a table on demand, and keep it open when the rows change", async () => {
    const figure = make({name: "open"});
    const toggle = button(figure, "Table");
    expect(toggle.getAttribute("aria-expanded")).toBe("false");
    toggle.click();
    await expect.poll(() => figure.querySelectorAll("tbody tr").length).toBe(2);
    expect(toggle.getAttribute("aria-expanded")).toBe("true");
    const next = make({name: "open", data: rows.slice(1)});
    await expect.poll(() => next.querySelectorAll("tbody tr").length).toBe(1);
  });

  it("close the export menu with Escape and hand the focus back", () => {
    const figure = make();
    const menu = figure.querySelector("details");
    if (!menu) throw new Error("no menu");
    menu.open = true;
    menu.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true}));
    expect(menu.open).toBe(false);
    expect(document.activeElement).toBe(menu.querySelector("summary"));
  });

  it("keep hostile text as text in title, note, table and picture", async () => {
    const hostile = "<img src=x onerror=alert(1)>";
    const figure = make({title: hostile, note: hostile, data: [{category: hostile, orders: 1}]});
    button(figure, "Table").click();
    await expect.poll(() => figure.querySelectorAll("tbody tr").length).toBe(1);
    button(figure, "SVG").click();
    const svg = await textOf(page.files[0].blob);
    expect(figure.querySelector("img")).toBeNull();
    expect(figure.querySelector("h2")?.textContent).toBe(hostile);
    expect(new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("img")).toBeNull();
  });
});
