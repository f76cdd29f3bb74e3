import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {regionStates} from "../../lib/marts/regions.js";
import {classBounds, classOf, grid, stateNames, tiles} from "../../src/components/brazil.js";

const tile = (state: string) => {
  const found = tiles.find((candidate) => candidate.state === state);
  if (!found) throw new Error(`no such state: ${state}`);
  return found;
};

describe("the tile map of Brazil", () => {
  it("has each of the 27 states once, each in a place of its own", () => {
    expect(tiles.map(({state}) => state).sort()).toEqual(Object.values(regionStates).flat().sort());
    expect(new Set(tiles.map(({row, column}) => `${row} ${column}`)).size).toBe(27);
    expect(Object.keys(stateNames)).toHaveLength(27);
    expect(grid).toEqual({columns: 6, rows: 8});
  });

  it("puts states where they are: north above south, west left of east", () => {
    const north = ["RR", "PA", "TO", "GO", "SP", "PR", "RS"];
    for (const [i, state] of north.slice(1).entries())
      expect(tile(state).row).toBeGreaterThan(tile(north[i]).row);
    const west = ["AC", "RO", "TO", "PI", "PE", "PB"];
    for (const [i, state] of west.slice(1).entries())
      expect(tile(state).column).toBeGreaterThan(tile(west[i]).column);
  });

  it("lets neighbours touch, at least by a corner", () => {
    const borders =
      "RR-AM AM-AC AM-RO AC-RO RO-MT AM-PA PA-AP PA-MA PA-TO MA-PI MA-TO PI-CE CE-RN RN-PB PB-PE PE-AL AL-SE SE-BA BA-MG BA-GO GO-DF GO-MT MT-MS MS-SP MG-ES MG-SP MG-RJ ES-RJ SP-RJ SP-PR PR-SC SC-RS";
    for (const border of borders.split(" ")) {
      const [a, b] = border.split("-").map(tile);
      expect(Math.max(Math.abs(a.row - b.row), Math.abs(a.column - b.column)), border).toBe(1);
    }
  });
});

describe("classBounds", () => {
  it("keeps the documented examples", () => {
    expect(classBounds([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5)).toEqual([3, 5, 7, 9]);
    expect(classOf(5, [3, 5, 7, 9])).toBe(3);
  });

  it("gives rising bounds, and a class within reach to every value", () => {
    fc.assert(
      fc.property(fc.array(fc.double()), fc.double(), (values, value) => {
        const bounds = classBounds(values, 5);
        expect(bounds).toEqual([...new Set(bounds)].sort((a, b) => a - b));
        expect(bounds.length).toBeLessThanOrEqual(4);
        expect(classOf(value, bounds)).toBeGreaterThanOrEqual(value > 0 ? 1 : 0);
        expect(classOf(value, bounds)).toBeLessThanOrEqual(bounds.length + 1);
      })
    );
  });

  it("puts missing, zero and negative values into class 0", () => {
    expect([null, undefined, NaN, 0, -3].map((value) => classOf(value, [1]))).toEqual([0, 0, 0, 0, 0]);
  });

  it("gives no bounds where all values are equal or none is positive", () => {
    expect(classBounds([7, 7, 7], 5)).toEqual([]);
    expect(classBounds([0, NaN], 5)).toEqual([]);
  });
});
