import {describe, expect, it} from "vitest";
import type {PeekingOptions} from "../../lib/experiments/sequential/peeking.js";
import {joinPeeked} from "../../lib/experiments/sequential/peeking.js";
import {path, peek, thresholds} from "../../src/workers/peeking.js";

const options: PeekingOptions = {
  rate: 0.2,
  effect: 0,
  usersPerLook: 100,
  looks: 200,
  alpha: 0.05,
  tuning: 5000,
  runs: 600,
  seed: 4
};
const valueOf = <T>(result: {ok: true; value: T} | {ok: false; message: string}): T => {
  if (!result.ok) throw new Error(result.message);
  return result.value;
};

describe("the worker of experiments", () => {
  const given = valueOf(thresholds(options));

  it("gives the same in parts as in one go", () => {
    const whole = valueOf(peek(given, 0, 600, () => undefined));
    const parts = [0, 250, 500].map((from) =>
      valueOf(peek(given, from, Math.min(600, from + 250), () => undefined))
    );
    expect(joinPeeked(parts)).toEqual(whole);
  });

  it("shows one of the tests, and passes on what cannot be simulated", () => {
    expect(valueOf(path(given, 5)).at(-1)).toMatchObject({look: 200, users: 20_000});
    expect(thresholds({...options, rate: 2})).toMatchObject({ok: false, code: "peeking"});
  });
});
