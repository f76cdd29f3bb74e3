import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {generate} from "../../loaders/generate/index.js";
import {buildOnSpark} from "../../loaders/warehouse/buildOnSpark.js";
import {sparkAdvice, sparkHome} from "../../loaders/warehouse/sparkSql.js";
import {withJavaMemory} from "./javaMemory.js";
import {child} from "./marts.js";

/** All marts of generated shops of growing size, by DuckDB and by Spark on two cores: seconds, and what a step up costs. */
export async function benchSpark(scales: readonly number[]): Promise<void> {
  if (sparkHome(process.env) === undefined) {
    console.log(`Spark is not measured, as it is not installed: ${sparkAdvice}`);
    return;
  }
  let before: {scale: number; duckdb: number; spark: number} | undefined;
  for (const scale of scales) {
    const directory = `.vitrine/bench/scale-${scale}`;
    if (!existsSync(directory)) await generate({directory, scale, seed: 1});
    const out = mkdtempSync(join(tmpdir(), "vitrine-bench-"));
    const {ms: duckdb, peakMb} = child("marts", directory, out);
    const started = performance.now();
    const {result: built, peakMb: javaMb} = await withJavaMemory(() =>
      buildOnSpark({
        source: {kind: "csv", directory},
        out,
        onProgress: (line) => console.log(`  ${line}`)
      })
    );
    rmSync(out, {recursive: true});
    if (!built.ok) throw new Error(built.message);
    const spark = performance.now() - started;
    const slope = (now: number, then: number) =>
      before ? `, slope ${(Math.log(now / then) / Math.log(scale / before.scale)).toFixed(2)}` : "";
    console.log(
      `scale ${scale}: DuckDB ${(duckdb / 1000).toFixed(1)} s (peak ${peakMb.toFixed(0)} MB${slope(duckdb, before?.duckdb ?? 1)}), ` +
        `Spark local[2] ${(spark / 1000).toFixed(1)} s (driver of 4 GB, the JVM's peak ${javaMb.toFixed(0)} MB${slope(spark, before?.spark ?? 1)})`
    );
    before = {scale, duckdb, spark};
  }
}
