import {describe, expect, it} from "vitest";
import {cancel, trainOn} from "../../../lib/lab/late.js";
import type {Progress} from "../../../lib/learn/train.js";
import {madeUpTable, parameters} from "../learn/support.js";

const request = {table: madeUpTable(900), parameters, backend: "cpu"} as const;
const silent = () => undefined;

describe("the training worker", () => {
  it("trains on the CPU, and tells how it went", async () => {
    const reported: Progress[] = [];
    const result = await trainOn(request, (progress) => reported.push(progress));
    if (!result.ok) throw new Error(result.message);
    const {ranOn, rows, boundary, check, evaluation} = result.value;
    expect(ranOn).toEqual({backend: "cpu", renderer: null, fellBack: "", tensorsLeft: 0});
    expect(rows).toEqual({train: 711, test: 180, embargoed: 9});
    expect(boundary).toBe(720 * 864e5);
    expect(check.ok).toBe(true);
    expect(evaluation.labels).toHaveLength(180);
    expect(reported.length).toBeGreaterThan(0);
    expect(structuredClone(result)).toEqual(result);
  });

  it("takes the CPU where there is no WebGL, and says so to whom asked for WebGL", async () => {
    const [forced, free] = [
      await trainOn({...request, backend: "webgl"}, silent),
      await trainOn({...request, backend: "auto"}, silent)
    ];
    expect(forced.ok && forced.value.ranOn).toMatchObject({
      backend: "cpu",
      fellBack: "This browser offers no WebGL, so the training ran on the CPU instead."
    });
    expect(free.ok && free.value.ranOn).toMatchObject({backend: "cpu", fellBack: ""});
    expect(forced.ok && free.ok && forced.value.model).toEqual(free.ok && free.value.model);
  });

  it("can be cancelled from outside, and ends with the turn under way", async () => {
    let reports = 0;
    let atCancel = Infinity;
    const report = () => {
      if (++reports > 1) return;
      cancel();
      atCancel = reports;
    };
    const long = trainOn({...request, parameters: {...parameters, steps: 2000}}, report);
    expect(await long).toMatchObject({ok: false, code: "cancelled"});
    expect(reports - atCancel).toBe(0);
  });

  it("gives up a training when the next one begins", async () => {
    const first = trainOn({...request, parameters: {...parameters, steps: 2000}}, silent);
    const second = trainOn(request, silent);
    expect(await first).toMatchObject({ok: false, code: "cancelled"});
    expect(await second).toMatchObject({ok: true});
  });

  it("refuses with a sentence what cannot be learnt", async () => {
    const labels = new Uint8Array(900);
    expect(await trainOn({...request, table: {...request.table, labels}}, silent)).toMatchObject({
      ok: false,
      code: "one-class"
    });
    expect(await trainOn({...request, parameters: {...parameters, C: NaN}}, silent)).toMatchObject({
      ok: false,
      code: "parameter"
    });
  });
});
