import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {parseArgs} from "node:util";
import config from "../../monitor.config.js";
import {formatCount} from "../../lib/format.js";
import {refusals} from "../../lib/monitor/alerts.js";
import type {MonitorReport} from "../../lib/monitor/report.js";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import {buildMarts, ensureMarts} from "../../loaders/build.js";
import {filesFolder} from "../../loaders/findFiles.js";
import {runMonitor} from "./run.js";
import {withDelivery, withShop} from "./shop.js";
import {writeReport} from "./write.js";

const help = `npm run monitor -- [options]

Compares each month of a shop with the training window of its models, and follows the models month by month. Rules are
in monitor.config.ts. Writes monitor.json, monitor.prom (OpenMetrics) and monitor.md (for the summary of a CI job).
Ends with exit code 1 where a rule of severity "error" is breached by what is newest.

  --source DIR   directory of the CSVs; without it OLIST_DIR, else data/, else generated files
  --current DIR  a delivery of files whose months are judged in place of the source's own
  --out DIR      directory to write to; monitor/ without it
  --help         this text
`;

interface Command {
  source?: string;
  current?: string;
  out: string;
}

/** What a command line asks for; "help", or a failure with a sentence. */
export function parseCommand(args: readonly string[]): Result<Command | "help"> {
  try {
    const {values} = parseArgs({
      args: [...args],
      options: {
        source: {type: "string"},
        current: {type: "string"},
        out: {type: "string"},
        help: {type: "boolean", short: "h"}
      }
    });
    if (values.help) return ok("help");
    const directory = (path: string | undefined) =>
      path === undefined ? undefined : filesFolder(resolve(path));
    return ok({
      source: directory(values.source),
      current: directory(values.current),
      out: resolve(values.out ?? "monitor")
    });
  } catch (error) {
    return fail("usage", `${(error as Error).message.split(". ")[0]}. See --help.`);
  }
}

/** Runs a command line; gives the exit code: 0 passed, 1 refused by a rule or for files that cannot be used. */
export async function main(args: readonly string[], print: (line: string) => void): Promise<number> {
  const command = parseCommand(args);
  if (command.ok && command.value === "help") {
    print(help);
    return 0;
  }
  const scratch = await mkdtemp(join(tmpdir(), "vitrine-monitor-"));
  try {
    const run: Result<MonitorReport> =
      command.ok && command.value !== "help"
        ? await monitored(command.value, scratch, print)
        : (command as Result<never>);
    if (!run.ok) {
      process.stderr.write(`${run.message}\n`);
      return 1;
    }
    const refused = refusals(run.value.alerts);
    for (const {month, message} of refused) print(`error, ${month}: ${message}`);
    print(
      refused.length
        ? `Refused: ${formatCount(refused.length)} breached ${refused.length === 1 ? "rule" : "rules"} of severity “error”.`
        : `Passed: no rule of severity “error” is breached in ${run.value.months[run.value.months.length - 1].month}.`
    );
    return refused.length ? 1 : 0;
  } finally {
    await rm(scratch, {recursive: true, force: true});
  }
}

async function monitored(
  {source, current, out}: Command,
  scratch: string,
  print: (line: string) => void
): Promise<Result<MonitorReport>> {
  const built = async (directory: string, name: string): Promise<Result<string>> => {
    print(`Reading the files in ${directory}`);
    const folder = join(scratch, name);
    const marts = await buildMarts({source: {kind: "real", directory}, out: folder});
    return marts.ok ? ok(folder) : marts;
  };
  const ensured = async (): Promise<Result<string>> => {
    const marts = await ensureMarts({onProgress: print});
    return marts.ok ? ok(marts.value.directory) : marts;
  };
  const shop = source === undefined ? await ensured() : await built(source, "source");
  if (!shop.ok) return shop;
  const delivery = current === undefined ? undefined : await built(current, "current");
  if (delivery && !delivery.ok) return delivery;
  const report = await withShop(shop.value, (lab) =>
    delivery
      ? withDelivery(delivery.value, (given) => runMonitor({lab, current: given, config, onProgress: print}))
      : runMonitor({lab, config, onProgress: print})
  );
  if (!report.ok) return report;
  const written = await writeReport(out, report.value);
  return written.ok ? report : written;
}
