import {expect, it} from "vitest";
import {watched} from "../../tools/test/watched.js";

const node = (script: string, silence: number) => watched(process.execPath, ["-e", script], {silence});

it("tells how a command ended, and ends one that says nothing for too long", async () => {
  expect(await node("", 10_000)).toEqual({passed: true, silent: false});
  expect(await node("process.exit(3)", 10_000)).toEqual({passed: false, silent: false});
  expect(await node("setInterval(() => {}, 1000)", 300)).toEqual({passed: false, silent: true});
});
