import {expect, it, vi} from "vitest";
import {watched} from "../../tools/test/watched.js";

const node = (script: string, silence: number, held = false) =>
  watched(process.execPath, ["-e", script], {silence, held});

it("tells how a command ended, and ends one that says nothing for too long", async () => {
  expect(await node("", 10_000)).toEqual({passed: true, silent: false});
  expect(await node("process.exit(3)", 10_000)).toEqual({passed: false, silent: false});
  expect(await node("setInterval(() => {}, 1000)", 300)).toEqual({passed: false, silent: true});
});

it.each([true, false])("passes on all that a command prints, held until its end or not: %s", async (held) => {
  const written: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
  try {
    await node('console.log("first"); setTimeout(() => console.log("last"), 50)', 10_000, held);
  } finally {
    write.mockRestore();
  }
  expect(written.join("")).toBe("first\nlast\n");
});
