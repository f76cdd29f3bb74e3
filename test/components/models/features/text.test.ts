// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {features} from "../../../../lib/features/catalogue.js";
import {briefSentence, labelCounts, labelTable} from "../../../../src/components/models/features/labels.js";
import {asofSpan, featuresParameters} from "../../../../src/components/models/features/inputs.js";
import {
  bytesText,
  featuresAnswer,
  kindOf,
  tookText,
  valueText,
  withUnit
} from "../../../../src/components/models/features/text.js";
import {spaced} from "../../../support/dom.js";

it("answers with the people counted, features, columns and what gives the label away", () => {
  expect(featuresAnswer(56_625, "2018-03-01")).toBe(
    "Of 56,625 people who had bought before 1 Mar 2018 we know 78 features, 94 columns of a matrix; 3 of them go into the brief’s rule label (L) and 18 are proxies for it by dates or counts (P), so that 57 are left for a model that is not to give that label away."
  );
});

it("writes values as the site does, with their unit", () => {
  const named = (name: string) => features.find((feature) => feature.name === name) ?? features[0];
  expect(kindOf(features[0])).toBe("whole number, days");
  expect(spaced(valueText(features[2], 12.5))).toBe("R$ 12.50");
  expect(withUnit(features[0], 1340)).toBe("1,340 days");
  expect(withUnit(named("avg_review_score"), 4.25)).toBe("4.25");
  expect(valueText(named("is_repeat_customer"), 1)).toBe("yes");
  expect([valueText(features[0], null), valueText(features[0], NaN)]).toEqual(["–", "–"]);
  expect([tookText(2345), bytesText(33_000_000), bytesText(1_500)]).toEqual(["2.3 s", "33 MB", "2 kB"]);
});

describe("labels", () => {
  const rows = [
    {days: 10, rule: 0, forward: 1, people: 470},
    {days: 211, rule: 0, forward: 1, people: 480},
    {days: 541, rule: 1, forward: 0, people: 50}
  ];
  const asked = {asof: "2018-03-01", horizon: 180, days: 210};

  it("are counted by days", () => {
    expect(labelCounts(rows, 210)).toEqual({people: 1000, rule: 50, recency: 530, forward: 950});
    expect(labelCounts(rows, 211).recency).toBe(50);
  });

  it("are a count but for the forward one, which has an interval", () => {
    const text = spaced(labelTable(labelCounts(rows, 210), asked).textContent) ?? "";
    expect(text).toContain("5.00 %");
    expect(text).toContain("53.00 %");
    expect(text).toContain("93.47 % to 96.19 %; so 50 come back, 3.81 % to 6.53 %.");
  });

  it("say so where the outcome is not known yet", () => {
    const open = rows.map((row) => ({...row, forward: null}));
    expect(labelTable(labelCounts(open, 210), asked).textContent).toContain("Not known yet");
  });

  it("name whichever gives the brief's share", () => {
    const people = {people: 1000, forward: null};
    const say = (rule: number, recency: number) => briefSentence({...people, rule, recency}, asked);
    expect(say(50, 520)).toContain(
      "5.0\u00a0%: the brief’s 52.2\u00a0% comes from such a cut, not from the rule"
    );
    expect(say(522, 100)).toContain("is what its rule gives");
    expect(say(50, 100)).toContain("42.2 points away from the cut and 47.2 from the rule");
  });
});

describe("the day asked at", () => {
  const about = {
    first_purchase: "2016-09-04T21:15:19",
    last_purchase: "2018-10-17T17:30:18",
    cutoff: "2018-08-30T00:00:00"
  };

  it("is any from that of the first order on, at first the latest that lets the outcome be known", () => {
    expect(asofSpan(about)).toEqual({min: "2016-09-04", max: "2018-10-18", first: "2018-03-01"});
    const {asof} = featuresParameters(about);
    expect(asof.read("2017-11-24")).toEqual(new Date("2017-11-24"));
    expect(asof.read("2016-09-03")).toBeUndefined();
  });

  it("is within a record that is shorter than the horizon", () => {
    const short = {...about, first_purchase: "2018-06-01T10:00:00", last_purchase: "2018-08-29T10:00:00"};
    expect(asofSpan(short)).toEqual({min: "2018-06-01", max: "2018-08-30", first: "2018-06-02"});
    expect(() => featuresParameters(short)).not.toThrow();
  });
});
