import {execFileSync} from "node:child_process";
import {existsSync, mkdtempSync, readdirSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {generate} from "../../loaders/generate/index.js";
import {report, sideBySide, verdict} from "./measure.js";

interface Run {
  ms: number;
  peakMb: number;
}

/** One measured run in a process of its own. */
export function child(...args: string[]): Run {
  const output = execFileSync(process.execPath, ["--import", "tsx", "tools/bench/child.ts", ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"]
  });
  return JSON.parse(output.trim().split("\n").at(-1) ?? "") as Run;
}

const sizeOf = (directory: string, name: (file: string) => boolean) =>
  readdirSync(directory)
    .filter(name)
    .reduce((sum, file) => sum + statSync(join(directory, file)).size, 0);

/** All marts from the nine files, against DuckDB merely reading them; sizes and peak memory. */
export async function benchMarts(directory: string, runs: number): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), "vitrine-bench-"));
  let peak = 0;
  const times = await sideBySide(
    {
      name: "marts",
      run: () => {
        const {ms, peakMb} = child("marts", directory, out);
        peak = Math.max(peak, peakMb);
        return Promise.resolve(ms);
      }
    },
    {name: "read", run: () => Promise.resolve(child("read", directory).ms)},
    runs
  );
  report("all marts against DuckDB reading the same files", times, 3);
  console.log(`peak memory of a build: ${peak.toFixed(0)} MB ${verdict(peak <= 2048, "2048 MB")}`);
  const megabytes = sizeOf(out, (file) => file.endsWith(".parquet")) / 1e6;
  console.log(`all marts: ${megabytes.toFixed(2)} MB ${verdict(megabytes <= 20, "20 MB")}`);
  rmSync(out, {recursive: true});
}

/** The build of generated files at growing scale: the time per order should not grow. */
export async function benchScale(scales: readonly number[]): Promise<void> {
  let perUnit: number | undefined;
  for (const scale of scales) {
    const directory = `.vitrine/bench/scale-${scale}`;
    if (!existsSync(directory)) await generate({directory, scale, seed: 1});
    const out = mkdtempSync(join(tmpdir(), "vitrine-bench-"));
    const {ms, peakMb} = child("marts", directory, out);
    rmSync(out, {recursive: true});
    perUnit ??= ms / scale;
    const growth = ms / scale / perUnit;
    console.log(
      `marts at scale ${scale}: ${(ms / 1000).toFixed(1)} s, peak ${peakMb.toFixed(0)} MB, time per order x ${growth.toFixed(2)} ${verdict(growth <= 1.2, 1.2)}`
    );
  }
}
