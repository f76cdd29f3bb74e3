import {describe, expect, it} from "vitest";
import {drawCampaign} from "../../../../lib/experiments/practice/drawCampaign.js";
import {readCampaign} from "../../../../lib/experiments/practice/readCampaign.js";
import {holds, powerAt, repeatCampaign} from "../../../../lib/experiments/practice/repeatCampaign.js";
import {judge, verdictOf} from "../../../../lib/experiments/practice/verdict.js";
import {effectText, measureText, valueText, whoText} from "../../../../lib/experiments/practice/words.js";
import {finish} from "../../../../lib/learn/finish.js";
import type {Campaign} from "../../../../lib/experiments/practice/campaign.js";
import {people, prepared} from "./support.js";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

function read(count: number, change: Partial<Campaign> = {}) {
  const ready = prepared(people(count), change);
  const reading = readCampaign(drawCampaign(ready), ready.campaign);
  if (!reading.ok) throw new Error(reading.message);
  return {reading: reading.value, judged: judge(reading.value, ready.planted, ready.campaign), ...ready};
}

function repeats(count: number, change: Partial<Campaign>, times: number) {
  const ran = finish(repeatCampaign(prepared(people(count), change), times));
  if (!ran.ok) throw new Error(ran.message);
  return ran.value;
}

describe("a campaign read", () => {
  it("finds a large effect, and CUPED narrows its interval", () => {
    const {reading, judged, planted} = read(8000, {history: 2});
    expect(judged.verdict).toBe("found");
    expect(reading.arms[0].n + reading.arms[1].n).toBe(8000);
    expect(reading.effect.difference).toBeCloseTo(reading.arms[1].mean - reading.arms[0].mean, 12);
    expect(reading.adjusted?.standardError).toBeLessThan(0.97 * reading.effect.standardError);
    expect(reading.ratio.alarm).toBe(false);
    expect(plain(judged.answer)).toMatch(
      /^The planted effect is found: \+4\.0 pp was planted, \+\d\.\d pp is/
    );
    expect(judged.covers).toBe(holds(reading.effect.interval, planted.difference));
  });

  it("alarms where treated users were lost, and says why it cannot be trusted", () => {
    const {reading, judged} = read(8000, {lost: 0.15});
    expect(reading.ratio.alarm).toBe(true);
    expect(judged.why).toMatch(/lost/);
  });

  it("is fooled where the best customers are treated, however many they are", () => {
    const {reading, judged, planted} = read(20_000, {assignment: "best", effect: 0, history: 2});
    expect(planted.difference).toBe(0);
    expect(judged.verdict).toBe("false alarm");
    expect(reading.effect.difference).toBeGreaterThan(0.1);
    expect(reading.ratio.alarm).toBe(false);
    expect(judged.why).toMatch(/best customers/);
    expect(judged.answer).toMatch(
      /^Nothing can be concluded, as the arms are different people: no effect was/
    );
  });

  it("says in a sentence why nothing can be read", () => {
    const nobody = prepared(people(100), {rate: 0, kind: "absolute", effect: 0});
    expect(readCampaign(drawCampaign(nobody), nobody.campaign)).toMatchObject({ok: false, code: "rate"});
    const alone = prepared(people(30), {share: 0.01, seed: 1});
    expect(readCampaign(drawCampaign(alone), alone.campaign)).toMatchObject({ok: false, code: "users"});
    const broke = prepared(people(100), {rate: 0.5, outcome: "revenue", effect: -1, kind: "relative"});
    expect(readCampaign(drawCampaign(broke), broke.campaign).ok).toBe(true);
  });
});

describe("what became of an effect", () => {
  it("has five names", () => {
    expect(verdictOf({difference: 1, p: 0.01}, 1)).toBe("found");
    expect(verdictOf({difference: 1, p: 0.2}, 1)).toBe("missed");
    expect(verdictOf({difference: -1, p: 0.01}, 1)).toBe("wrong sign");
    expect(verdictOf({difference: 1, p: 0.2}, 0)).toBe("rightly nothing");
    expect(verdictOf({difference: 1, p: 0.01}, 0)).toBe("false alarm");
    expect(holds({low: 0, high: 1}, 0.5)).toBe(true);
    expect(holds({low: null, high: 1}, 2)).toBe(false);
    expect(powerAt(0)).toBeCloseTo(0.05, 12);
    expect(powerAt(2.8016)).toBeCloseTo(0.8, 3);
    expect(powerAt(-2.8016)).toBe(powerAt(2.8016));
  });

  it("reads in the Brazilian way", () => {
    expect(plain(whoText({segment: "Champions", state: "SP", day: "2018-01-01"}, 1200))).toBe(
      "1,200 Champions in SP as of 1 Jan 2018"
    );
    expect(measureText({outcome: "conversion", base: "real"}, 90)).toBe(
      "whether they bought again within 90 days"
    );
    expect(plain(valueText(0.1, "conversion"))).toBe("10.00 %");
    expect(plain(effectText(-1.5, "revenue"))).toBe("−R$ 1.50");
    expect(plain(effectText(0.0004, "revenue"))).toBe("R$ 0.000");
    expect(plain(effectText(0.02, "conversion"))).toBe("+2.0 pp");
  });
});

it("holds to its examples", () => {
  const ready = prepared(people(3000), {rate: 0.1, kind: "relative", effect: 0.2});
  expect(ready.planted.difference).toBeCloseTo(0.02, 10);
  expect(drawCampaign(ready, 17_683).arms).toEqual(["control", "treatment"]);
  const reading = readCampaign(drawCampaign(ready), {outcome: "conversion", share: 0.5});
  expect(reading).toMatchObject({ok: true, value: {ratio: {alarm: false}}});
  expect(finish(repeatCampaign(ready, 20))).toMatchObject({ok: true, value: {plain: {campaigns: 20}}});
});

describe("many campaigns", () => {
  it("find an effect as often as its power says, and hold the truth as often as promised", () => {
    const {plain, adjusted, campaigns} = repeats(1500, {effect: 0.3}, 400);
    const {standardError} = read(1500, {effect: 0.3}).reading.effect;
    const power = powerAt(0.06 / standardError);
    expect(Math.abs(plain.found - power)).toBeLessThan(0.1);
    expect(plain.covered).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / 400));
    expect(adjusted?.found).toBeGreaterThanOrEqual(plain.found - 0.02);
    expect(campaigns[0].difference).toBe(read(1500, {effect: 0.3}).reading.effect.difference);
  });

  it("exaggerate a small effect where they find it, and alarm by chance without one", () => {
    const small = repeats(400, {effect: 0.15}, 300).plain;
    expect(small.exaggeration).toBeGreaterThan(1.8);
    const none = repeats(600, {effect: 0}, 400).plain;
    expect(none.exaggeration).toBeNull();
    expect(Math.abs(none.found - 0.05)).toBeLessThan(4 * Math.sqrt(0.0475 / 400));
    expect(none.alarms).toBeLessThan(5);
  });

  it("miss the truth nearly always where the best customers are treated", () => {
    expect(repeats(4000, {assignment: "best", history: 2}, 40).plain.covered).toBeLessThan(0.1);
  });

  it("say so where none can be read", () => {
    const ran = finish(repeatCampaign(prepared(people(50), {rate: 0, kind: "absolute", effect: 0}), 3));
    expect(ran).toMatchObject({ok: false, code: "unread"});
  });
});
