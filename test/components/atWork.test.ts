// @vitest-environment jsdom
import {expect, it} from "vitest";
import {atWork} from "../../src/components/atWork.js";

const marked = () => document.documentElement.hasAttribute("data-at-work");

it("marks the page until the last of several works is settled, well or not", async () => {
  let end: (value: number) => void = () => {};
  let fail: (reason: Error) => void = () => {};
  const one = atWork(new Promise<number>((resolve) => (end = resolve)));
  const other = atWork(new Promise<number>((_, reject) => (fail = reject)));
  expect(marked()).toBe(true);
  end(3);
  expect(await one).toBe(3);
  expect(marked()).toBe(true);
  fail(new Error("lost"));
  await expect(other).rejects.toThrow("lost");
  await Promise.resolve();
  expect(marked()).toBe(false);
});
