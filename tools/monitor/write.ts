import {mkdir, rename, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {markdownSummary} from "../../lib/monitor/markdown.js";
import {openMetrics} from "../../lib/monitor/openMetrics.js";
import type {MonitorReport} from "../../lib/monitor/report.js";
import {reportText} from "../../lib/monitor/reportText.js";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";

/** Writes a report's three files to a directory: none of them before all are written. */
export async function writeReport(out: string, report: MonitorReport): Promise<Result<true>> {
  const files = {
    "monitor.json": reportText(report),
    "monitor.prom": openMetrics(report),
    "monitor.md": markdownSummary(report)
  };
  const aside = join(out, `.writing-${process.pid}`);
  try {
    await mkdir(aside, {recursive: true});
    for (const [name, text] of Object.entries(files)) await writeFile(join(aside, name), text);
    for (const name of Object.keys(files)) await rename(join(aside, name), join(out, name));
    return ok(true);
  } catch (error) {
    return fail("unwritable", `Nothing can be written to ${out}: ${(error as Error).message}.`);
  } finally {
    await rm(aside, {recursive: true, force: true}).catch(() => undefined);
  }
}
