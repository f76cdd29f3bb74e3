import fc from "fast-check";
import {expect, it} from "vitest";
import {shortFloat32} from "../../../lib/model/float32.js";

it("takes the tail off a float32, and reads back as the same one", () => {
  expect(shortFloat32(Math.fround(525.7))).toBe(525.7);
  expect(shortFloat32(NaN)).toBeNaN();
  fc.assert(
    fc.property(fc.float({noNaN: true, noDefaultInfinity: true}), (value) => {
      const short = shortFloat32(value);
      expect(Math.fround(short)).toBe(value);
      expect(
        String(short)
          .replace(/e.*|[-.]/g, "")
          .replace(/^0+|0+$/g, "").length
      ).toBeLessThanOrEqual(9);
    })
  );
});
it("gives back amounts of two decimals as they were", () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 9_999_999}), (cents) => {
      expect(shortFloat32(Math.fround(cents / 100))).toBe(cents / 100);
    })
  );
});
