import {expect} from "vitest";
import type {Statistic} from "../../../../lib/experiments/read/statistic.js";
import type {Result} from "../../../../lib/result.js";

/** The value of what must have succeeded. */
export function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** The sentence of what must have failed; it must be one, and end. */
export function refusal(result: Result<unknown>): string {
  if (result.ok) throw new Error("it succeeded");
  expect(result.message).toMatch(/^.{20,}[.?]$/s);
  expect(result.message).not.toMatch(/NaN|Infinity|undefined/);
  return result.message;
}

/** Holds a number to another, relatively. */
export function close(mine: number | null | undefined, theirs: number, tolerance = 1e-9): void {
  expect(typeof mine).toBe("number");
  expect(Math.abs((mine ?? NaN) - theirs)).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(theirs), 1e-6));
}

export function statisticOf(name: string, values: readonly number[]): Statistic {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {name, n: values.length, mean, variance: squares / (values.length - 1)};
}
