import {expect, it} from "vitest";
import {stateSteps, stateVersion, withVersion} from "../../../lib/state/stateVersion.js";
import type {StateStep} from "../../../lib/state/stateVersion.js";
import {upgradeState} from "../../../lib/state/upgradeState.js";

const steps: StateStep[] = [
  {
    to: 2,
    change(parameters, page) {
      const top = parameters.get("top");
      if (page !== "segments" || top === null) return;
      parameters.delete("top");
      parameters.set("first", top);
    }
  },
  {
    to: 3,
    change(parameters) {
      const first = parameters.get("first");
      if (first !== null) parameters.set("first", String(Number(first) * 10));
    }
  }
];

it("leaves an address of this release as it is, to the letter", () => {
  expect(upgradeState("?a=%20b+c", "segments")).toEqual({search: "?a=%20b+c", problems: []});
  expect(upgradeState("", "segments")).toEqual({search: "", problems: []});
});

it("takes an address through every step since its version, and no other", () => {
  const to = (search: string, version: number, page = "segments") =>
    upgradeState(search, page, {version, steps});
  expect(to("?top=3", 2)).toEqual({search: "?first=3", problems: []});
  expect(to("?top=3", 3)).toEqual({search: "?first=30", problems: []});
  expect(to("?first=3&v=2", 3)).toEqual({search: "?first=30", problems: []});
  expect(to("?first=3&v=3", 3)).toEqual({search: "?first=3&v=3", problems: []});
  expect(to("?top=3", 3, "value"), "a step of another page").toEqual({search: "?top=3", problems: []});
});

it("says what became of an address of a later release, and of one that is none", () => {
  const later = upgradeState("?v=7&state=SP", "index");
  expect(later.search).toBe("?state=SP");
  expect(later.problems[0]).toContain("later release");
  expect(upgradeState("?v=0x1", "index").problems[0]).toContain("number of a version");
});

it("writes the version from the second on, and only with something", () => {
  expect(withVersion([["a", "1"]], 1)).toEqual([["a", "1"]]);
  expect(withVersion([["a", "1"]], 2)).toEqual([
    ["a", "1"],
    ["v", "2"]
  ]);
  expect(withVersion([], 2)).toEqual([]);
  expect(stateSteps.map(({to}) => to)).toEqual(Array.from({length: stateVersion - 1}, (_, i) => i + 2));
});
