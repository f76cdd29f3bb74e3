import {beforeAll, describe, expect, it} from "vitest";
import {finish} from "../../../../lib/learn/finish.js";
import {quickRank} from "../../../../lib/learn/select/quickRank.js";
import {kernels} from "../../../support/kernels.js";
import {labels, made} from "./made.js";

let module: WebAssembly.Module;
beforeAll(async () => {
  module = await kernels();
});

describe("a quick ranking", () => {
  it("puts the column that tells first, in whatever order columns are asked for", () => {
    const rank = quickRank({values: Object.values(made), labels, seed: 1});
    const [noise, telling] = Array.from(finish(rank(Uint32Array.of(3, 0))));
    expect(telling).toBeGreaterThan(3 * noise);
    expect(finish(rank(Uint32Array.of(0, 3)))).toEqual(Float64Array.of(telling, noise));
    expect(finish(rank(Uint32Array.of(0, 1, 2, 3, 4, 5)))).toHaveLength(6);
  });

  it("is the same with the kernels and without", () => {
    const all = Uint32Array.of(0, 1, 2, 3, 4, 5);
    const material = {values: Object.values(made), labels, seed: 1};
    expect(finish(quickRank({...material, module})(all))).toEqual(finish(quickRank(material)(all)));
  });
});
