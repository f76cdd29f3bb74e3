import {describe, expect, it} from "vitest";
import {inTurns} from "../../../lib/learn/inTurns.js";
import {optimum} from "../../../lib/learn/optimum.js";
import {finish} from "../../../lib/learn/finish.js";
import {madeUpProblem} from "./stationarity.js";

describe("work in turns", () => {
  function* work() {
    for (let part = 0; part < 6; part++) yield part;
    return "done";
  }

  it("pauses after about 50 ms, hands on what is yielded, and gives the result", async () => {
    let clock = 0;
    let pauses = 0;
    const seen: number[] = [];
    const world = {
      now: () => (clock += 20),
      pause: () => Promise.resolve(void pauses++),
      cancelled: () => false
    };
    expect(await inTurns(work(), world, (part) => seen.push(part))).toBe("done");
    expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
    expect(pauses).toBe(2);
  });

  it("holds in its example", async () => {
    const problem = madeUpProblem(300);
    const world = {now: () => 0, pause: () => Promise.resolve(), cancelled: () => false};
    expect(await inTurns(optimum(problem), world)).toEqual(finish(optimum(problem)));
  });

  it("stops when cancelled", async () => {
    let clock = 0;
    const seen: number[] = [];
    const world = {
      now: () => (clock += 60),
      pause: () => Promise.resolve(),
      cancelled: () => seen.length === 2
    };
    expect(await inTurns(work(), world, (part) => seen.push(part))).toBeUndefined();
    expect(seen).toEqual([0, 1]);
  });
});
