// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {simulate} from "../../../lib/experiments/bandit/simulate.js";
import {finish} from "../../../lib/learn/finish.js";
import {armText, banditSentences, leaders} from "../../../src/components/experiments/bandit/text.js";
import {policyRows} from "../../../src/components/experiments/bandit/tables.js";
import {regretLines} from "../../../src/components/charts/regretLines.js";
import {setupOf} from "../../../src/components/experiments/bandit/run.js";
import {simulateBandits} from "../../../src/workers/bandit.js";

const choice = {
  rates: "0.1; 0.4",
  horizon: 1000,
  batch: 10,
  runs: 20,
  epsilon: 0.1,
  halving: 0,
  explore: 50,
  seed: 1
};
const setup = {...choice, rates: [0.1, 0.4]};
const outcome = finish(simulate(setup));

describe("a race of bandits in words", () => {
  it("is set up by what a reader types", () => {
    expect(setupOf(choice)).toEqual({ok: true, value: setup});
    expect(setupOf({...choice, rates: "1"}).ok).toBe(false);
    expect(setupOf({...choice, batch: 2000}).ok).toBe(false);
  });

  it("names what loses least, with its band and the fixed split's loss", () => {
    const [first] = banditSentences(outcome);
    expect(first).toMatch(/^Over 1,000 visitors .+ loses least: .+ against 150 with a fixed equal split/);
    expect(armText([0.1, 0.4], 1)).toBe("B, 40.00\u00a0%");
  });

  it("says so where the runs cannot tell policies apart, or where arms are alike", () => {
    const [least, ...close] = leaders(outcome.policies);
    for (const {regret} of close)
      expect(regret.at(-1)?.mean).toBeGreaterThanOrEqual(least.regret.at(-1)?.mean ?? NaN);
    expect(leaders(outcome.policies).map(({name}) => name)).not.toContain("split");
    const sure = leaders(outcome.policies.map((policy) => ({...policy, error: 0})));
    expect(sure).toHaveLength(1);
    const alike = finish(simulate({...setup, rates: [0.2, 0.2], runs: 2}));
    expect(banditSentences(alike)).toEqual([expect.stringMatching(/All 2 arms convert alike/)]);
  });

  it("has a row for each policy and draws a line for each", () => {
    expect(policyRows(outcome)).toHaveLength(5);
    const rows = outcome.policies.flatMap(({name, regret}) =>
      regret.map((point) => ({policy: name, name, ...point}))
    );
    const drawn = regretLines(rows, {width: 640}).outerHTML;
    expect(drawn).not.toMatch(/NaN|Infinity/);
    for (const {name} of outcome.policies) expect(drawn).toContain(name);
  });
});

describe("the bandits' worker", () => {
  it("does what the library does, with reports, and refuses what it refuses", () => {
    const shares: number[] = [];
    const found = simulateBandits({...setup, runs: 60}, ({share}) => shares.push(share));
    expect(found).toEqual({ok: true, value: finish(simulate({...setup, runs: 60}))});
    expect(shares.every((share, i) => share <= 1 && share >= (shares[i - 1] ?? 0))).toBe(true);
    expect(simulateBandits({...setup, horizon: 1}, () => 0).ok).toBe(false);
  });
});
