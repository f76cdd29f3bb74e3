import type {ChildProcess} from "node:child_process";
import {spawn} from "node:child_process";
import {stripVTControlCharacters} from "node:util";

/** Its lines per file and package. */
const noise =
  /→|^[┌├└│]|_npm\/|_node\/|npm:|^dist\/|^src\/|^copy |^load |^in \d+ms|\[(missing|fresh|stale)\]|success [\d.]+ k?M?B/;

/** Starts Framework's own command with what it prints passed on, minus its line per cached package. */
export function observable(args: readonly string[]): ChildProcess {
  const child = spawn(
    process.execPath,
    ["node_modules/@observablehq/framework/dist/bin/observable.js", ...args],
    {
      env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"},
      stdio: ["ignore", "pipe", "inherit"]
    }
  );
  child.stdout?.on("data", (chunk: Buffer) => {
    for (const line of stripVTControlCharacters(chunk.toString()).split("\n"))
      if (line.trim() && (line.includes("↳") || !noise.test(line))) console.log(line);
  });
  return child;
}

/** The exit code of a child, once it has ended. */
export const exitOf = (child: ChildProcess): Promise<number> =>
  new Promise((done) => child.once("close", (code) => done(code ?? 1)));
