// @vitest-environment jsdom
import * as Inputs from "npm:@observablehq/inputs";
import {beforeAll, beforeEach, describe, expect, it, vi} from "vitest";
import {choice, day, flag, integer, real, text} from "../../lib/state/parameters.js";
import {numberInput} from "../../src/components/numberInput.js";
import {pageState} from "../../src/components/state.js";
import type {PageState} from "../../src/components/state.js";
import type {ValueElement} from "../../src/components/stateInput.js";
import {browser} from "../support/dom.js";
import {formsKeepValues} from "../support/formValues.js";

const spec = {
  top: integer(10, {min: 1, max: 50}),
  penalty: real(0.5, {min: 0, max: 1}),
  state: choice("all", ["all", "SP", "RJ"]),
  repeat: flag(false),
  cutoff: day("2018-08-30", {min: "2017-01-01", max: "2018-10-17"}),
  search: text("", {max: 20})
};

/** Date fields give Dates of their window, which jsdom keeps apart. */
declare const jsdom: {window: {Date: DateConstructor}};

beforeAll(() => {
  jsdom.window.Date = Date;
});
formsKeepValues();

let page = browser();
beforeEach(() => {
  vi.useFakeTimers({toFake: ["setTimeout", "clearTimeout"]});
  document.body.replaceChildren();
  history.replaceState(null, "", "/segments.html");
  page = browser();
});

const open = (search = ""): PageState<typeof spec> => {
  history.replaceState(null, "", `/segments.html${search}`);
  const state = pageState(spec);
  document.body.append(state.problems);
  return state;
};
const top = (value?: number) => numberInput([1, 50], {label: "Top", step: 1, slider: true, value});
const placed = <E extends HTMLElement>(element: E): E => {
  document.body.append(element);
  return element;
};
const field = (element: HTMLElement, type: string) => {
  const found = element.querySelector<HTMLInputElement>(`input[type=${type}]`);
  if (!found) throw new Error(`no field of type ${type}`);
  return found;
};
const enter = (target: HTMLInputElement | HTMLSelectElement, value: string) => {
  target.value = value;
  target.dispatchEvent(new Event("input", {bubbles: true}));
};
const leave = (target: Element) => target.dispatchEvent(new Event("change", {bubbles: true}));
/** What a page gets to see, as Generators.input would. */
const seen = (element: ValueElement): unknown[] => {
  const values: unknown[] = [];
  element.addEventListener("input", () => values.push(element.value));
  return values;
};
const back = async () => {
  const done = new Promise((resolve) => addEventListener("popstate", resolve, {once: true}));
  vi.useRealTimers();
  history.back();
  await done;
};

describe("an input bound to a page's state", () => {
  it("starts from the address, each kind of input", () => {
    const state = open("?top=20&penalty=0.25&state=SP&repeat=true&cutoff=2018-03-01&search=a%20b");
    expect(state.input("top", top()).value).toBe(20);
    expect(state.input("penalty", numberInput([0, 1], {label: "Penalty"})).value).toBe(0.25);
    expect(state.input("state", Inputs.select(["all", "SP", "RJ"])).value).toBe("SP");
    expect(state.input("state", Inputs.radio(["all", "SP", "RJ"])).value).toBe("SP");
    expect(state.input("repeat", Inputs.toggle({})).value).toBe(true);
    expect(state.input("cutoff", Inputs.date({})).value).toEqual(new Date("2018-03-01"));
    expect(state.input("search", Inputs.text({})).value).toBe("a b");
    expect(state.problems.hidden).toBe(true);
  });

  it("starts from the default where the address says nothing, whatever the input starts with", () => {
    const range = open().input("top", top(3));
    expect(range.value).toBe(10);
  });

  it("writes the address, and not the default", () => {
    const state = open();
    const range = placed(state.input("top", top()));
    enter(field(range, "text"), "20");
    expect(location.search).toBe("?top=20");
    expect(state.values.top).toBe(20);
    leave(range);
    enter(field(range, "text"), "10");
    leave(range);
    expect(location.search).toBe("");
  });

  it("adds one entry to the history for a drag, and does not write at every step", () => {
    const range = placed(open().input("top", top()));
    const before = history.length;
    const replace = vi.spyOn(history, "replaceState");
    for (let value = 11; value <= 40; value++) enter(field(range, "range"), String(value));
    expect(replace).not.toHaveBeenCalled();
    leave(range);
    expect(replace).toHaveBeenCalledTimes(1);
    expect(location.search).toBe("?top=40");
    expect(history.length).toBe(before + 1);
    enter(field(range, "range"), "41");
    expect(history.length).toBe(before + 2);
    replace.mockRestore();
  });

  it("writes a drag that pauses, and lets it settle of itself", () => {
    const range = placed(open().input("top", top()));
    enter(field(range, "range"), "20");
    enter(field(range, "range"), "21");
    expect(location.search).toBe("?top=20");
    vi.advanceTimersByTime(500);
    expect(location.search).toBe("?top=21");
    const before = history.length;
    vi.advanceTimersByTime(1_000);
    enter(field(range, "range"), "22");
    expect(history.length).toBe(before + 1);
  });

  it("keeps the last good value of an empty, inadmissible or out-of-range field and says so at the field", () => {
    const state = open("?top=20");
    const range = placed(state.input("top", top()));
    const values = seen(range);
    for (const [wrong, sentence] of [
      ["", "Fill in a number"],
      ["0", "“Top” must be a whole number from 1 to 50"],
      ["51", "“Top” must be a whole number from 1 to 50"]
    ]) {
      enter(field(range, "text"), wrong);
      expect(range.querySelector("[role=alert]")?.textContent).toBe(`${sentence}; 20 stays in use.`);
    }
    const note = range.querySelector("[role=alert]");
    expect(field(range, "text").getAttribute("aria-invalid")).toBe("true");
    expect(field(range, "text").getAttribute("aria-describedby")).toBe(note?.id);
    expect([values, state.values.top, location.search]).toEqual([[], 20, "?top=20"]);

    enter(field(range, "text"), "30");
    expect(range.querySelector("[role=alert]")).toBeNull();
    expect(field(range, "text").hasAttribute("aria-invalid")).toBe(false);
    expect([values, state.values.top]).toEqual([[30], 30]);
  });

  it("lets no empty or far-off day through, which the input itself would", () => {
    const state = open();
    const date = placed(state.input("cutoff", Inputs.date({label: "Cutoff"})));
    const values = seen(date);
    enter(field(date, "date"), "");
    enter(field(date, "date"), "2031-01-01");
    expect(values).toEqual([]);
    expect(date.textContent).toContain(
      "“Cutoff” must be a day from 2017-01-01 to 2018-10-17; 2018-08-30 stays in use."
    );
    enter(field(date, "date"), "2018-03-01");
    expect(values).toEqual([new Date("2018-03-01")]);
    expect(location.search).toBe("?cutoff=2018-03-01");
  });

  it("follows the back button, and tells the page", async () => {
    const state = open();
    const select = placed(state.input("state", Inputs.select(["all", "SP", "RJ"])));
    const values = seen(select);
    const list = select.querySelector("select");
    if (!list) throw new Error("no list");
    enter(list, "1");
    leave(list);
    enter(list, "2");
    leave(list);
    expect(location.search).toBe("?state=RJ");
    await back();
    expect([location.search, select.value, state.values.state]).toEqual(["?state=SP", "SP", "SP"]);
    expect(values.at(-1)).toBe("SP");
    await back();
    expect([location.search, select.value]).toEqual(["", "all"]);
  });

  it("takes what the input can show where it offers less than is admissible, and says so", () => {
    const state = open("?state=RJ");
    const select = placed(state.input("state", Inputs.select(["all", "SP"])));
    expect([select.value, state.values.state]).toEqual(["all", "all"]);
    expect(state.problems.hidden).toBe(false);
    expect(state.problems.textContent).toBe(
      "“state” in the address must be one of the choices offered here, not “RJ”; “all” is used instead."
    );
    const list = select.querySelector("select");
    if (!list) throw new Error("no list");
    enter(list, "1");
    expect([state.values.state, state.problems.hidden]).toEqual(["SP", true]);
  });

  it("says nothing where the address does not ask for what an input cannot show", () => {
    const state = open("?top=20");
    expect(state.input("state", Inputs.select(["SP", "RJ"])).value).toBe("SP");
    expect(state.problems.hidden).toBe(true);
  });

  it("says in one line which names of the address stand for nothing, and keeps still about those of others", () => {
    const carried = "top=20&from=2017-03&embed=revenue&utm_source=letter&gclid=7";
    expect(open(`?${carried}`).problems.hidden).toBe(true);
    expect(open(`?${carried}&staet=SP`).problems.textContent).toBe(
      "“staet” in the address is no choice of this page and does nothing."
    );
    expect(open("?a=1&b=1&b=2&c=1&d=1").problems.textContent).toBe(
      "“a”, “b”, “c” and 1 more in the address are no choices of this page and do nothing."
    );
    expect(open("?%3Cb%3E=1").problems.innerHTML).toContain("“&lt;b&gt;”");
  });

  it("goes back to its defaults, in one step of the history", () => {
    const state = open("?top=20&state=SP&x=1");
    const [range, select] = [
      placed(state.input("top", top())),
      placed(state.input("state", Inputs.select(["all", "SP", "RJ"])))
    ];
    const values = seen(select);
    const tools = placed(state.tools());
    const reset = tools.querySelector<HTMLButtonElement>("[aria-label='Reset all choices']");
    const before = history.length;
    expect(reset?.disabled).toBe(false);
    reset?.click();
    expect([range.value, select.value, location.search]).toEqual([10, "all", ""]);
    expect([values.at(-1), history.length, reset?.disabled]).toEqual(["all", before + 1, true]);
    enter(field(range, "text"), "30");
    expect(reset?.disabled).toBe(false);
  });

  it("comes back from its defaults with every choice, the one that was being made too", async () => {
    const state = open();
    const [range, select] = [
      placed(state.input("top", top())),
      placed(state.input("state", Inputs.select(["all", "SP", "RJ"])))
    ];
    const list = select.querySelector("select");
    if (!list) throw new Error("no list");
    enter(list, "1");
    leave(list);
    enter(field(range, "text"), "30");
    placed(state.tools()).querySelector<HTMLButtonElement>("[aria-label='Reset all choices']")?.click();
    expect([range.value, select.value, location.search]).toEqual([10, "all", ""]);
    await back();
    expect([range.value, select.value, location.search]).toEqual([30, "SP", "?top=30&state=SP"]);
  });

  it("must be declared", () => {
    const state = open() as unknown as PageState<Record<string, (typeof spec)["top"]>>;
    expect(() => state.input("colour", Inputs.toggle({}))).toThrow("parameter not declared: colour");
  });
});

describe("a bad address", () => {
  it("is told of in the page", () => {
    const {problems} = open("?top=0&cutoff=2019-01-01");
    expect(problems.hidden).toBe(false);
    expect(problems.getAttribute("role")).toBe("status");
    expect([...problems.children].map(({textContent}) => textContent)).toEqual([
      "“top” in the address must be a whole number from 1 to 50, not “0”; the default, 10, is used instead.",
      "“cutoff” in the address must be a day from 2017-01-01 to 2018-10-17, not “2019-01-01”; the default, 2018-08-30, is used instead."
    ]);
  });
});

describe("links to other pages", () => {
  const hrefs = () => [...document.querySelectorAll("a")].map((link) => link.getAttribute("href"));

  it("carry the shared filters, and only to pages of the site", () => {
    document.body.innerHTML = `<a href="./late.html"></a><a href="/"></a><a href="./quality?state=XX&x=1#rows"></a>
      <a href="#top"></a><a href="./data/orders.parquet"></a><a href="mailto:a@b.c"></a><a download href="./late.html"></a>`;
    const state = open("?state=SP&top=20&from=2017-03");
    const origin = location.origin;
    expect(hrefs()).toEqual([
      `${origin}/late.html?state=SP&from=2017-03`,
      `${origin}/?state=SP&from=2017-03`,
      `${origin}/quality?x=1&state=SP&from=2017-03#rows`,
      "#top",
      "./data/orders.parquet",
      "mailto:a@b.c",
      "./late.html"
    ]);
    const select = state.input("state", Inputs.select(["all", "SP", "RJ"]));
    const list = select.querySelector("select");
    if (!list) throw new Error("no list");
    enter(list, "0");
    expect(hrefs()[0]).toBe(`${origin}/late.html?from=2017-03`);
  });
});

describe("the Copy link button", () => {
  it("copies the address as it is set, even within a drag, and says so", async () => {
    const state = open();
    const range = placed(state.input("top", top()));
    const button = placed(state.copyLink());
    enter(field(range, "range"), "20");
    enter(field(range, "range"), "21");
    button.querySelector<HTMLElement>(".copy-link button")?.click();
    await vi.waitFor(() => expect(button.textContent).toContain("Link copied"));
    expect(page.copied).toEqual([`${location.origin}/segments.html?top=21`]);
    expect(document.querySelector("[aria-live]")?.textContent).toBe("Link copied");
  });

  it("shows the address, selected, where there is no clipboard", async () => {
    Object.defineProperty(navigator, "clipboard", {configurable: true, value: undefined});
    const button = placed(open("?top=20").copyLink());
    button.querySelector<HTMLElement>(".copy-link button")?.click();
    await vi.waitFor(() =>
      expect(field(button, "text").value).toBe(`${location.origin}/segments.html?top=20`)
    );
    expect(field(button, "text").selectionEnd).toBe(field(button, "text").value.length);
  });
});
