// @vitest-environment jsdom
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {formatMoneyWhole, formatCount, formatShare} from "../../lib/format.js";
import {changeOf, kpi} from "../../src/components/kpi.js";
import {trendInWords} from "../../src/components/charts/sparkline.js";
import {spaced} from "../support/dom.js";
import {drawn} from "../support/drawn.js";

const trend = [2, 4, 3].map((value, i) => ({date: new Date(Date.UTC(2017, i)), value}));
const card = {
  label: "Revenue",
  value: 1322149811,
  format: formatMoneyWhole,
  definition: "Sum of item prices of delivered orders.",
  counted: "96,478 delivered orders"
};

describe("kpi", () => {
  it("shows the value, its definition and what was counted", () => {
    const element = kpi(card);
    expect(spaced(element.querySelector(".kpi-value")?.textContent)).toBe("R$ 13,221,498");
    expect(element.querySelector("details summary")?.textContent).toBe("What is counted in Revenue");
    expect(element.querySelector("details")?.textContent).toContain(
      "Sum of item prices of delivered orders."
    );
    expect(element.querySelector("details")?.textContent).toContain("96,478 delivered orders counted.");
  });

  it("tells the change in words to those who do not see arrow and colour", () => {
    const element = kpi({...card, better: "higher", recent: {value: 110, before: 100, period: "Jun 2017"}});
    expect(element.querySelector(".kpi-delta [aria-hidden]")?.textContent).toBe("▲ +10.0\u00a0%");
    expect(element.querySelector(".kpi-delta .visually-hidden")?.textContent).toBe("up 10.0\u00a0%, better");
  });

  it("says that there is nothing to compare with rather than showing a number that is none", () => {
    for (const before of [null, NaN, 0]) {
      const text = kpi({...card, recent: {value: 5, before, period: "Jun 2017"}}).textContent;
      expect(text).toContain("Nothing to compare with in Jun 2017");
    }
  });

  it("hides the sparkline from screen readers and tells it in words", () => {
    const element = kpi({...card, format: formatCount, trend});
    expect(element.querySelector(".kpi-trend svg")?.getAttribute("aria-hidden")).toBe("true");
    expect(element.querySelector(".kpi-trend .visually-hidden")?.textContent).toBe(
      "Trend: from 2 (Jan 2017) to 3 (Mar 2017), highest 4 (Feb 2017)"
    );
  });

  it("draws without a value, a change or a trend", () => {
    const nothing = {value: null, before: null, period: "Jun 2017"};
    for (const value of [null, NaN, Infinity])
      drawn(() => kpi({...card, value, recent: nothing, trend: [{date: new Date(NaN), value: NaN}]}));
  });

  it("keeps hostile text as text", () => {
    const hostile = "<img src=x onerror=alert(1)>";
    const element = kpi({...card, label: hostile, definition: hostile, counted: hostile});
    expect(element.querySelector("img")).toBeNull();
    expect(element.querySelector("h2")?.textContent).toBe(hostile);
  });
});

describe("changeOf", () => {
  it("keeps the documented example", () => {
    expect(changeOf(110, 100, "relative", "higher")).toEqual({
      text: "+10.0\u00a0%",
      words: "up 10.0\u00a0%",
      tone: "good"
    });
  });

  it("tells shares in points and scores in their own unit, and knows which way is good", () => {
    expect(changeOf(0.081, 0.068, "points", "lower")).toEqual({
      text: "+1.3\u00a0pp",
      words: "up 1.3\u00a0pp",
      tone: "bad"
    });
    expect(changeOf(4.05, 4.1, "absolute", "higher")).toEqual({
      text: "−0.05",
      words: "down 0.05",
      tone: "bad"
    });
    expect(changeOf(100, 100.01, "relative")).toEqual({
      text: "±0.0\u00a0%",
      words: "unchanged",
      tone: "even"
    });
  });

  it("mirrors: a rise one way is a fall the other way", () => {
    const positive = fc.double({min: 0.01, max: 1e9, noNaN: true});
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const [there, back] = [changeOf(a, b, "absolute", "higher"), changeOf(b, a, "absolute", "higher")];
        expect([there?.tone, back?.tone].sort()).not.toEqual(["good", "good"]);
        expect(there?.text.slice(1)).toBe(back?.text.slice(1));
      })
    );
  });

  it("gives nothing rather than a number that is none, whatever the values", () => {
    const any = fc.oneof(fc.double(), fc.constantFrom(null, 0, NaN, Infinity));
    fc.assert(
      fc.property(
        any,
        any,
        fc.constantFrom("relative" as const, "points" as const, "absolute" as const),
        (a, b, kind) => {
          expect(changeOf(a, b, kind)?.text ?? "").not.toMatch(/NaN|∞|Infinity|–/);
        }
      )
    );
  });
});

describe("trendInWords", () => {
  const share = (value: number) => formatShare(value);
  it("says so when there is no trend", () => {
    expect(trendInWords([], share)).toBe("no trend to show");
    expect(trendInWords([{date: new Date(), value: null}], share)).toBe("no trend to show");
    expect(trendInWords([{date: new Date("2017-01-01"), value: 0.5}], share)).toBe("50.0\u00a0% (Jan 2017)");
  });
});
