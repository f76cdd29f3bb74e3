import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ownUnits} from "../../../lib/cluster/ownUnits.js";
import {preparePoints, prepareColumns} from "../../../lib/cluster/prepareColumns.js";
import {failure, value} from "./support.js";

const columns = (...lists: number[][]) => lists.map((list) => Float32Array.from(list));

describe("preparing columns", () => {
  it("fills gaps with the median and scales by the population standard deviation", () => {
    const {points, columns: done} = value(prepareColumns(columns([2, NaN, 4, 9]), [{name: "orders"}]));
    const deviation = Math.sqrt((2.75 ** 2 + 2 * 0.75 ** 2 + 4.25 ** 2) / 4);
    expect(done).toEqual([
      {
        name: "orders",
        index: 0,
        log: false,
        median: 4,
        gaps: 1,
        mean: 4.75,
        deviation: expect.closeTo(deviation, 12) as number
      }
    ]);
    expect([...points.values]).toEqual([2, 4, 4, 9].map((x) => Math.fround((x - 4.75) / deviation)));
  });

  it("takes the logarithm of 1 + x of the columns asked, and undoes it for centres", () => {
    const given = columns([0, Math.E - 1, NaN], [1, 2, 3]);
    const {points, columns: done} = value(
      prepareColumns(given, [{name: "spend", log: true}, {name: "days"}])
    );
    expect(done[0].mean).toBeCloseTo((1 + Math.log1p((Math.E - 1) / 2)) / 3, 7);
    const own = ownUnits(Float64Array.from(points.values), done);
    [0, 1, Math.E - 1, 2, (Math.E - 1) / 2, 3].forEach((x, at) => expect(own[at]).toBeCloseTo(x, 6));
  });

  it("leaves out and names columns that are constant or empty", () => {
    const prepared = value(
      prepareColumns(columns([5, NaN, 5], [1, 2, 4], [NaN, NaN, NaN]), [
        {name: "same"},
        {name: "good"},
        {name: "nothing"}
      ])
    );
    expect(prepared.leftOut).toEqual([
      {name: "same", why: "constant"},
      {name: "nothing", why: "empty"}
    ]);
    expect(prepared.columns.map(({name, index}) => [name, index])).toEqual([["good", 1]]);
    expect(prepared.points).toMatchObject({rows: 3, width: 1});
  });

  it("gives each column mean 0 and standard deviation 1, and its own values back from its own units", () => {
    const one = fc.oneof(
      fc.float({noNaN: true, min: Math.fround(1e-6), max: Math.fround(1e6)}),
      fc.constant(NaN)
    );
    fc.assert(
      fc.property(fc.array(one, {minLength: 1, maxLength: 40}), fc.boolean(), (list, log) => {
        const given = columns(list);
        const prepared = prepareColumns(given, [{name: "x", log}]);
        if (!prepared.ok) {
          expect(failure(prepared)).toBe("constant");
          return;
        }
        const {points, columns: done} = prepared.value;
        const mean = points.values.reduce((sum, x) => sum + x, 0) / list.length;
        const squares = points.values.reduce((sum, x) => sum + x * x, 0) / list.length;
        expect(mean).toBeCloseTo(0, 5);
        expect(squares).toBeCloseTo(1, 4);
        ownUnits(Float64Array.from(points.values), done).forEach((x, row) => {
          const known = Number.isNaN(given[0][row]) ? done[0].median : given[0][row];
          expect(Math.abs(x - known)).toBeLessThan(1e-5 * (1 + done[0].deviation + known) * (log ? 20 : 1));
        });
        expect(preparePoints(given, done)).toEqual(points);
      }),
      {numRuns: 60}
    );
  });

  it("puts other rows on the scale of the first", () => {
    const {columns: done} = value(prepareColumns(columns([0, 2], [7, 7]), [{name: "a"}, {name: "b"}]));
    expect([...preparePoints(columns([3, NaN], [0, 0]), done).values]).toEqual([2, 0]);
  });

  it("fails with a sentence where nothing is left to compare rows by", () => {
    const fails = (lists: number[][], log = false) =>
      failure(
        prepareColumns(
          columns(...lists),
          lists.map((_, j) => ({name: `Column ${j}`, log}))
        )
      );
    expect(fails([])).toBe("columns");
    expect(fails([[]])).toBe("rows");
    expect(fails([[1]])).toBe("constant");
    expect(fails([[NaN], [2]])).toBe("constant");
    expect(fails([[1, Infinity]])).toBe("values");
    expect(fails([[1, -2]], true)).toBe("log");
    expect(() => prepareColumns(columns([1, 2]), [])).toThrow(RangeError);
    expect(() => fails([[1, 2], [3]])).toThrow(RangeError);
    expect(() =>
      fails([
        [1, 2],
        [3, 4, 5]
      ])
    ).toThrow(RangeError);
  });
});
