import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import config from "../../monitor.config.js";
import type {NoReport} from "../../lib/monitor/reportText.js";
import {reportText} from "../../lib/monitor/reportText.js";
import {sourcesHash} from "../../loaders/fingerprint.js";
import {manifestFile} from "../../loaders/manifest.js";
import {fileOf, sha256} from "../models/files.js";
import {runMonitor} from "./run.js";
import {withShop} from "./shop.js";

const file = "monitor.json";
const modelsFolder = "models";

/**
 * What the monitor finds in the shop that the site is about; not worked out again for the same tables and code.
 * @returns the text to publish
 */
export async function makeMonitor(marts: string, cache = ".vitrine/monitor"): Promise<string> {
  const about = JSON.parse(readFileSync(join(marts, manifestFile), "utf8")) as Record<string, unknown>;
  delete about.built_at;
  const code = await sourcesHash(".", ["tools/monitor", "lib/learn/kernels"]);
  const kept = join(cache, `${sha256(JSON.stringify([about, code])).slice(0, 24)}.json`);
  if (existsSync(kept)) return readFileSync(kept, "utf8");
  const report = await withShop(marts, (lab) => runMonitor({lab, config}));
  const none = (missing: string): NoReport => ({format: "vitrine-monitor", version: 1, missing});
  const text = reportText(report.ok ? report.value : none(report.message));
  rmSync(cache, {recursive: true, force: true});
  mkdirSync(cache, {recursive: true});
  writeFileSync(`${kept}.making`, text);
  renameSync(`${kept}.making`, kept);
  return text;
}

/**
 * Puts a report beside the published models of a built site.
 * @param index address of their index within the site
 * @returns the index's new address
 */
export function publishMonitor(site: string, index: string, text: string): string {
  const [path] = index.split("?");
  const folder = join(site, modelsFolder);
  writeFileSync(join(folder, file), text);
  const listed = JSON.parse(readFileSync(join(site, path), "utf8")) as object;
  const whole = `${JSON.stringify({...listed, monitor: fileOf(folder, file)}, null, 2)}\n`;
  writeFileSync(join(site, path), whole);
  return `${path}?${sha256(whole).slice(0, 12)}`;
}
