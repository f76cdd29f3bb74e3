// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import type {StateValues} from "../../../lib/state/parameter.js";
import {judge} from "../../../lib/experiments/practice/verdict.js";
import {drawCampaign} from "../../../lib/experiments/practice/drawCampaign.js";
import {readCampaign} from "../../../lib/experiments/practice/readCampaign.js";
import {readHref} from "../../../src/components/experiments/practice/links.js";
import type {PracticeNow} from "../../../src/components/experiments/practice/now.js";
import {
  campaignChoice,
  populationChoice,
  practiceParameters
} from "../../../lib/experiments/practice/parameters.js";
import {
  armsTable,
  effectAxis,
  practiceAnswer,
  splitCheck
} from "../../../src/components/experiments/practice/view.js";
import {people, prepared} from "../../lib/experiments/practice/support.js";

const spec = practiceParameters({
  first_purchase: "2016-09-04T21:15:19",
  last_purchase: "2018-10-17T17:30:18",
  cutoff: "2018-08-30T00:00:00"
});
const usual = Object.fromEntries(
  Object.entries(spec).map(([name, {fallback}]) => [name, fallback])
) as StateValues<typeof spec>;
const plain = (text: string | null) => (text ?? "").replace(/\s+/g, " ");

function now(change: Partial<typeof usual> = {}): PracticeNow {
  const choice = {...usual, ...change};
  const campaign = campaignChoice(choice);
  const ready = prepared(people(6000), campaign);
  const reading = readCampaign(drawCampaign(ready), campaign);
  if (!reading.ok) throw new Error(reading.message);
  const {planted} = ready;
  const judged = judge(reading.value, planted, campaign);
  return {choice, people: 6000, reading: reading.value, planted, judged, sentence: "All."};
}

describe("a reader's choice of a campaign", () => {
  it("begins a season before the record ends, all its names in the address marked as practice", () => {
    expect(usual.p_day).toEqual(new Date("2018-06-01"));
    expect(Object.keys(spec).every((name) => name.startsWith("p_"))).toBe(true);
    const short = {first_purchase: "2018-08-01", last_purchase: "2018-08-20", cutoff: "2018-08-21"};
    expect(practiceParameters(short).p_day.fallback).toEqual(new Date("2018-08-21"));
  });

  it("is in per cent, but for an effect in reais", () => {
    expect(campaignChoice(usual)).toMatchObject({rate: 0.1, effect: 0.2, share: 0.5, lost: 0});
    const absolute = {...usual, p_kind: "absolute", p_effect: 2} as const;
    expect(campaignChoice(absolute).effect).toBe(0.02);
    expect(campaignChoice({...absolute, p_outcome: "revenue"}).effect).toBe(2);
    expect(populationChoice(usual)).toEqual({
      segment: "Champions",
      state: "all",
      day: "2018-06-01",
      horizon: 90
    });
  });

  it("goes on to the page that reads as it is, and nothing else with it", () => {
    expect(readHref(spec, usual)).toBe("./experiments/read.html?source=practice");
    expect(readHref(spec, {...usual, p_segment: "Can't Lose Them", p_effect: -5})).toBe(
      "./experiments/read.html?source=practice&p_segment=Can%27t+Lose+Them&p_effect=-5"
    );
  });
});

describe("what the page says", () => {
  it("is the answer, why it came so, and the arms", () => {
    const found = now({p_effect: 60});
    expect(practiceAnswer(found).dataset.verdict).toBe("found");
    expect(plain(practiceAnswer(found).textContent)).toMatch(/so that the planted effect is \+60\.0 % of it/);
    expect(plain(armsTable(found).textContent)).toMatch(/control .* treatment /);
    expect(splitCheck(found).dataset.alarm).toBe("false");
    expect(practiceAnswer(found).querySelector(".problem")).toBeNull();
  });

  it("warns where no lot is drawn, where users are lost, and where there is no room", () => {
    const best = practiceAnswer(now({p_assign: "best", p_effect: 0, p_half: 3}));
    expect(plain(best.querySelector(".problem")?.textContent ?? "")).toMatch(
      /^This is no experiment: .* CUPED/
    );
    expect(plain(best.textContent)).not.toMatch(/wears off|NaN|undefined/);
    expect(splitCheck(now({p_lost: 40})).querySelector(".problem")?.textContent).toMatch(
      /^Sample-ratio mismatch/
    );
    expect(plain(practiceAnswer(now({p_effect: 1000, p_rate: 50})).textContent)).toMatch(
      /More was asked for/
    );
    expect(plain(practiceAnswer(now({p_half: 3})).textContent)).toMatch(/wears off/);
  });

  it("has axes in the unit of the outcome", () => {
    expect(plain(effectAxis("conversion").format(2))).toBe("+2.0 pp");
    expect(plain(effectAxis("revenue").format(2))).toBe("+R$ 2.00");
  });
});
