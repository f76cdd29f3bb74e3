import type {ChildProcess} from "node:child_process";
import {spawn} from "node:child_process";
import {stripVTControlCharacters} from "node:util";
import {withoutRequireWarnings} from "./requireWarnings.js";

/** Its lines per file and package. */
const noise =
  /→|^[┌├└│]|_npm\/|_node\/|npm:|^dist\/|^src\/|^copy |^load |^in \d+ms|\[(missing|fresh|stale)\]|success [\d.]+ k?M?B/;

/** Starts Framework's own command with what it prints passed on, minus its line per cached package and
 * warnings on the packages of others. */
export function observable(args: readonly string[]): ChildProcess {
  const child = spawn(
    process.execPath,
    ["node_modules/@observablehq/framework/dist/bin/observable.js", ...args],
    {
      env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"},
      stdio: ["ignore", "pipe", "pipe"]
    }
  );
  child.stdout?.on("data", (chunk: Buffer) => {
    for (const line of stripVTControlCharacters(chunk.toString()).split("\n"))
      if (line.trim() && (line.includes("↳") || !noise.test(line))) console.log(line);
  });
  const filtered = withoutRequireWarnings();
  child.stderr?.on("data", (chunk: Buffer) => process.stderr.write(filtered(chunk.toString())));
  child.stderr?.on("end", () => process.stderr.write(filtered("\n").replace(/^\n$/, "")));
  return child;
}

/** The exit code of a child, once it has ended. */
export const exitOf = (child: ChildProcess): Promise<number> =>
  new Promise((done) => child.once("close", (code) => done(code ?? 1)));
