import {describe, expect, it} from "vitest";
import {sharedEntries, sharedNames, sharedParameters} from "../../../lib/state/shared.js";

const span = {
  first_purchase: "2016-09-04T21:15:19",
  last_purchase: "2018-10-17T17:30:18",
  cutoff: "2018-08-30T00:00:00"
};

describe("shared filters", () => {
  it("take defaults and bounds from the manifest", () => {
    const {from, to, cutoff} = sharedParameters(span);
    expect([from.fallback, to.fallback]).toEqual(["2016-09", "2018-10"]);
    expect(from.read("2016-08")).toBeUndefined();
    expect(cutoff.fallback).toEqual(new Date("2018-08-30"));
    expect(cutoff.read("2018-10-18")).toBeUndefined();
  });

  it("allow a default cutoff after the last purchase", () => {
    expect(sharedParameters({...span, cutoff: "2018-12-01T00:00:00"}).cutoff.fallback).toEqual(
      new Date("2018-12-01")
    );
  });

  it("are named alike wherever they stand", () => {
    expect(Object.keys(sharedParameters(span))).toEqual([...sharedNames]);
  });

  it("are carried only in the shape of one", () => {
    expect(sharedEntries("?top=3&state=SP&from=now")).toEqual([["state", "SP"]]);
  });
});
