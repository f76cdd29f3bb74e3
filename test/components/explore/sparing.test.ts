// @vitest-environment jsdom
import {afterEach, beforeEach, expect, it, vi} from "vitest";
import {sparing} from "../../../src/components/explore/sparing.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const client = () => ({enabled: true, requestQuery: vi.fn(() => Promise.resolve())});
const isAtWork = () => document.documentElement.hasAttribute("data-at-work");

it("leaves views out of sight behind while a brush moves, and has them catch up when it rests", async () => {
  const spared = sparing(150);
  const [seen, unseen] = [client(), client()];
  spared.sight(seen, true);
  spared.sight(unseen, false);
  for (let step = 0; step < 5; step++) {
    spared.hold();
    expect([seen.enabled, unseen.enabled, isAtWork()]).toEqual([true, false, true]);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(unseen.requestQuery).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60);
  expect(unseen.enabled).toBe(true);
  expect(unseen.requestQuery).toHaveBeenCalledTimes(1);
  expect(seen.requestQuery).not.toHaveBeenCalled();
  expect(isAtWork()).toBe(false);
});

it("has a view catch up at once that comes in sight, and is not at work where all are", async () => {
  const spared = sparing(150);
  const view = client();
  spared.hold();
  expect(isAtWork()).toBe(false);
  spared.sight(view, false);
  spared.hold();
  spared.sight(view, true);
  expect(view.enabled).toBe(true);
  expect(view.requestQuery).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(view.requestQuery).toHaveBeenCalledTimes(1);
  expect(isAtWork()).toBe(false);
});
