import {expect, test} from "vitest";
import {xoshiro128} from "../../../lib/random/xoshiro128.js";

test("the stream is that of the authors' C program from the state 1, 2, 3, 4", () => {
  // The vector that rand_xoshiro and others publish, made with xoshiro128starstar.c version 1.1.
  const expected = [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804
  ];
  const random = xoshiro128(1, 2, 3, 4);
  expect(expected.map(() => random() * 2 ** 32)).toEqual(expected);
});
