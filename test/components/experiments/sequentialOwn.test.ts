// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {defaultArms, defaultMeanArms} from "../../../lib/experiments/armsText.js";
import {
  designRows,
  designText,
  designView,
  plannedDesign
} from "../../../src/components/experiments/sequential/design.js";
import type {OwnChoice} from "../../../src/components/experiments/sequential/own.js";
import {ownRows, ownSentences, ownTest, ownView} from "../../../src/components/experiments/sequential/own.js";
import {browser} from "../../support/dom.js";

const valueOf = <T>(result: {ok: true; value: T} | {ok: false; message: string}): T => {
  if (!result.ok) throw new Error(result.message);
  return result.value;
};
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const unfit = /NaN|Infinity|undefined/;

describe("a design", () => {
  const choice = {
    kind: "classical-pocock",
    k: 5,
    alpha: 5,
    sides: "two-sided",
    power: 80,
    planned: 1000
  } as const;

  it("costs what its inflation factor says", () => {
    const planned = valueOf(plannedDesign(choice));
    expect(planned.users).toEqual([246, 492, 738, 983, 1229]);
    expect(designText(planned)).toContain("1,229 users per arm instead of 1,000 (inflation factor 1.229)");
    expect(designRows(planned).map(({z}) => z)).toEqual(Array(5).fill("2.413"));
  });

  it("says where nothing stops yet, and draws the rest", () => {
    const planned = valueOf(plannedDesign({...choice, kind: "obrien-fleming", k: 20, sides: "greater"}));
    expect(designRows(planned)[0]).toMatchObject({z: "no stop", p: "–", spent: "0"});
    const view = browser().attach(designView({ok: true, value: planned}));
    expect(view.textContent).not.toMatch(unfit);
    expect(plain(view.textContent)).toContain("20 looks");
  });

  it("of one look is the plan itself, and of none a sentence", () => {
    expect(designText(valueOf(plannedDesign({...choice, k: 1})))).toMatch(/one-look plan itself/);
    const none = plannedDesign({...choice, alpha: 60});
    expect(designView(none).textContent).toMatch(/There are no boundaries: Alpha must be/);
  });
});

describe("the reader’s own test", () => {
  const choice: OwnChoice = {
    metric: "proportion",
    arms: defaultArms,
    meanArms: defaultMeanArms,
    difference: "relative",
    sides: "two-sided",
    alpha: 5,
    tuning: 5000,
    kind: "obrien-fleming",
    k: 5,
    look: 2
  };

  it("is not over where peeking would end it", () => {
    const own = valueOf(ownTest(choice));
    expect(ownSentences(own).map(plain)).toEqual([
      expect.stringMatching(/^“variant” is 25\.0 % above “control” so far; .* 0 is still in, so go on\.$/),
      "At look 2 of 5 (O’Brien-Fleming-like, alpha spending) z must reach 3.36 and is 2.68 for “variant”: go on.",
      expect.stringMatching(/p would be 0\.0074: the very moment/)
    ]);
    expect(ownRows(own)[0]).toMatchObject({arm: "variant", users: 1000, control_users: 1000, stop: false});
  });

  it("ends at the last look, one way or the other", () => {
    const last = (arms: string) => ownSentences(valueOf(ownTest({...choice, look: 5, arms}))).join(" ");
    expect(last(defaultArms)).toMatch(/z must reach 2\.03 and is 2\.68 for “variant”: stop, it has/);
    expect(last("a:1000:200,b:1000:201")).toMatch(/this was the last look: no difference found/);
  });

  it("is read for means, one side and several arms too", () => {
    const own = ownTest({
      ...choice,
      metric: "mean",
      meanArms: "a:1000:32000:6400000,b:1000:44000:8000000,c:1000:31000:6300000",
      sides: "greater",
      difference: "absolute",
      look: 1
    });
    const view = browser().attach(ownView(own));
    expect(view.textContent).toMatch(
      /“b” is 12\.00 above “a” so far; the confidence sequence goes from .* to infinity/
    );
    expect(view.textContent).toMatch(/“c” is 1\.00 below “a”/);
    expect(view.textContent).toContain("Bonferroni");
    expect(view.textContent).not.toMatch(unfit);
  });

  it.each<[Partial<OwnChoice>, RegExp]>([
    [{arms: ""}, /at least 2 arms/],
    [{arms: "a:10:20,b:10:1"}, /more conversions/],
    [{arms: "a:1:0,b:10:1"}, /fewer than two users/],
    [{arms: "a:10:0,b:10:0"}, /the same value so far/],
    [{arms: "a:10:0,b:10:3"}, /choose the absolute difference/],
    [{look: 6}, /after the last of the 5 planned/]
  ])("that is %o is a sentence", (more, sentence) => {
    const view = ownView(ownTest({...choice, ...more}));
    expect(view.textContent).toMatch(/^The test cannot be read: /);
    expect(view.textContent).toMatch(sentence);
  });
});
