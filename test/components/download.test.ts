import {expect, it} from "vitest";
import {downloaded, patient} from "../../src/components/download.js";

const stream = (...parts: number[][]) =>
  Promise.resolve(
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const part of parts) controller.enqueue(Uint8Array.from(part));
        controller.close();
      }
    })
  );

it("puts the parts of a download together", async () => {
  expect(await downloaded(stream([1, 2], [], [3]))).toEqual(Uint8Array.of(1, 2, 3));
  expect(await downloaded(stream())).toEqual(new Uint8Array());
});

it("gives up a download that stops in the middle, or never begins", async () => {
  let cancelled = false;
  const stuck = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Uint8Array.of(1)),
    cancel: () => {
      cancelled = true;
    }
  });
  await expect(downloaded(Promise.resolve(stuck), 20)).rejects.toThrow("nothing came for a while");
  expect(cancelled).toBe(true);
  await expect(downloaded(new Promise(() => {}), 20)).rejects.toThrow("nothing came for a while");
});

it("passes on what fails by itself", async () => {
  await expect(patient(Promise.reject(new Error("offline")))).rejects.toThrow("offline");
});
