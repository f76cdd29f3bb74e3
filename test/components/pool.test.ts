import * as Comlink from "comlink";
import {afterEach, describe, expect, it} from "vitest";
import {fail, ok} from "../../lib/result.js";
import type {Result} from "../../lib/result.js";
import {createPool} from "../../src/components/pool.js";

const api = {
  ping: () => true,
  double: (x: number): Result<number> => ok(2 * x),
  slow: async (ms: number): Promise<Result<number>> => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return ok(ms);
  },
  refuse: (): Result<number> => fail("refused", "no"),
  bug: (): Result<number> => {
    throw new TypeError("a bug");
  },
  counted: async (onProgress: (share: number) => Promise<void>): Promise<Result<number>> => {
    for (const share of [0.25, 0.5, 1]) await onProgress(share);
    return ok(1);
  }
};
type Api = typeof api;

/** A worker that lives in this thread, behind a message port. */
class LocalWorker extends EventTarget {
  static all: LocalWorker[] = [];
  terminated = false;
  private readonly channel = new MessageChannel();

  constructor(exposed: object = api) {
    super();
    LocalWorker.all.push(this);
    Comlink.expose(exposed, this.channel.port2);
    this.channel.port1.onmessage = (event: MessageEvent<unknown>) => {
      if (!this.terminated) this.dispatchEvent(new MessageEvent("message", {data: event.data}));
    };
  }
  postMessage(message: unknown, transfer: MessagePort[] = []) {
    if (!this.terminated) this.channel.port1.postMessage(message, transfer);
  }
  terminate() {
    this.terminated = true;
    this.channel.port1.close();
    this.channel.port2.close();
  }
  crash() {
    this.dispatchEvent(new Event("error", {cancelable: true}));
  }
  static poolOf(size: number, exposed?: object, patience?: number) {
    return createPool<Api>(() => new LocalWorker(exposed) as unknown as Worker, size, patience);
  }
}

afterEach(() => {
  for (const worker of LocalWorker.all.splice(0)) worker.terminate();
});

describe("a pool of workers", () => {
  it("runs tasks and hands back their results, failures too", async () => {
    const pool = LocalWorker.poolOf(2);
    expect(await pool.run((worker) => worker.double(21))).toEqual(ok(42));
    expect(await pool.run((worker) => worker.refuse())).toEqual(fail("refused", "no"));
    await expect(pool.run((worker) => worker.bug())).rejects.toThrow("a bug");
  });

  it("starts no worker before there is work, and no more than its size", async () => {
    const pool = LocalWorker.poolOf(2);
    expect(LocalWorker.all).toHaveLength(0);
    await pool.run((worker) => worker.double(1));
    await pool.run((worker) => worker.double(1));
    expect(LocalWorker.all).toHaveLength(1);
    await Promise.all([1, 2, 3, 4, 5].map(() => pool.run((worker) => worker.slow(5))));
    expect(LocalWorker.all).toHaveLength(2);
  });

  it("takes tasks first come, first served", async () => {
    const pool = LocalWorker.poolOf(1);
    const order: number[] = [];
    await Promise.all(
      [30, 1, 2].map((ms) =>
        pool.run((worker) => worker.slow(ms)).then((done) => order.push(done.ok ? done.value : -1))
      )
    );
    expect(order).toEqual([30, 1, 2]);
  });

  it("reports progress", async () => {
    const shares: number[] = [];
    await LocalWorker.poolOf(1).run(
      (worker, onProgress) => worker.counted(Comlink.proxy((share) => Promise.resolve(onProgress(share)))),
      {
        onProgress: (share) => shares.push(share)
      }
    );
    expect(shares).toEqual([0.25, 0.5, 1]);
  });

  it("cancels a running task by replacing its worker, and the rest goes on", async () => {
    const pool = LocalWorker.poolOf(1);
    const controller = new AbortController();
    const running = pool.run((worker) => worker.slow(60_000), {signal: controller.signal});
    const next = pool.run((worker) => worker.double(1));
    setTimeout(() => controller.abort(), 20);
    expect(await running).toMatchObject({ok: false, code: "cancelled"});
    expect(await next).toEqual(ok(2));
    expect(LocalWorker.all.map(({terminated}) => terminated)).toEqual([true, false]);
  });

  it("drops a waiting task that is cancelled, without disturbing the others", async () => {
    const pool = LocalWorker.poolOf(1);
    const controller = new AbortController();
    const first = pool.run((worker) => worker.slow(30));
    const waiting = pool.run((worker) => worker.double(1), {signal: controller.signal});
    const last = pool.run((worker) => worker.double(2));
    controller.abort();
    expect(await waiting).toMatchObject({code: "cancelled"});
    expect([await first, await last]).toEqual([ok(30), ok(4)]);
    expect(LocalWorker.all).toHaveLength(1);
    expect(await pool.run((worker) => worker.double(1), {signal: AbortSignal.abort()})).toMatchObject({
      code: "cancelled"
    });
  });

  it("replaces a worker that stops with an error, and tells its task in a sentence", async () => {
    const pool = LocalWorker.poolOf(1);
    const running = pool.run((worker) => worker.slow(60_000));
    setTimeout(() => LocalWorker.all[0]?.crash(), 20);
    const result = await running;
    expect(result).toMatchObject({ok: false, code: "worker-died"});
    expect(result.ok ? "" : result.message).toMatch(/stopped and was replaced: try again/);
    expect(await pool.run((worker) => worker.double(1))).toEqual(ok(2));
  });

  it("does not wait for ever for a worker that does not answer", async () => {
    const silent = LocalWorker.poolOf(1, {ping: () => new Promise(() => undefined)}, 30);
    expect(await silent.run((worker) => worker.double(1))).toMatchObject({code: "worker-died"});
  });

  it("ends with what it runs", async () => {
    const pool = LocalWorker.poolOf(1);
    const tasks = [pool.run((worker) => worker.slow(60_000)), pool.run((worker) => worker.double(1))];
    pool.dispose();
    expect((await Promise.all(tasks)).map((result) => (result.ok ? "ok" : result.code))).toEqual([
      "cancelled",
      "cancelled"
    ]);
    expect(await pool.run((worker) => worker.double(1))).toMatchObject({code: "cancelled"});
    expect(LocalWorker.all.every(({terminated}) => terminated)).toBe(true);
  });
});
