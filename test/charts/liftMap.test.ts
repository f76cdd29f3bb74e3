// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {liftMap} from "../../src/components/charts/liftMap.js";
import {drawn} from "../support/drawn.js";

const names = ["Toys", "Baby", "A category with a very long name indeed"];
const cells = names.flatMap((from, i) =>
  names.flatMap((to, j) =>
    i === j ? [] : [{from, to, lift: [0, 0.4, 1, 6][i + j], sure: i > 0, about: `${from} and ${to}`}]
  )
);

describe("a map of what goes with what", () => {
  it.each([
    ["liftMap", 640],
    ["liftMap-phone", 350]
  ])("%s", async (name, width) => {
    await expect(drawn(() => liftMap(cells, {width, names}))).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });

  it("stands with nothing", () => {
    expect(() => drawn(() => liftMap([], {width: 640, names: []}))).not.toThrow();
  });
});
