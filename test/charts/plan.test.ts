// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {weekMix} from "../../lib/experiments/plan/weekMix.js";
import {formatShare} from "../../lib/format.js";
import {planCurve} from "../../src/components/charts/planCurve.js";
import {weekMixBars} from "../../src/components/charts/weekMixBars.js";
import {drawn} from "../support/drawn.js";

const points = Array.from({length: 20}, (_, i) => ({users: 100 * (i + 1), value: 1 - 0.8 ** (i + 1)}));
const options = {
  chosen: points[6],
  label: "Power",
  format: (value: number) => formatShare(value, 0),
  top: 1
};
const users = [50, 100, 110, 105, 100, 95, 60];
const mixes = Array.from({length: 28}, (_, i) => weekMix(users, users, i + 1));

const pictures: Record<string, () => Element> = {
  "planCurve.svg": () => planCurve(points, {...options, width: 640}),
  "planCurve-phone.svg": () =>
    planCurve(points, {...options, width: 350, chosen: points[18], top: undefined}),
  "weekMixBars.svg": () => weekMixBars(mixes, {width: 640}),
  "weekMixBars-phone.svg": () => weekMixBars(mixes, {width: 350})
};

describe("every picture of a plan draws what its snapshot shows, without a warning", () => {
  it.each(Object.entries(pictures))("%s", async (name, draw) => {
    await expect(drawn(draw)).toMatchFileSnapshot(`snapshots/${name}`);
  });
});
