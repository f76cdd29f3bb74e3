import {spawn} from "node:child_process";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {formatCount} from "../../lib/format.js";
import {ensureMarts} from "../../loaders/build.js";
import {readManifest} from "../../loaders/manifest.js";
import {tellShop} from "../../loaders/tellShop.js";
import {dropStalePackages, refreshData} from "./cache.js";
import {siteProblems} from "./check.js";
import {checkFences, fencesBelow} from "./fences.js";
import {packPrograms, tooLarge} from "./largeFiles.js";
import {brokenLinks, brokenPageHrefs} from "./links.js";
import {addAlong} from "../along/add.js";
import {linkModels} from "../models/link.js";
import {makeModels, publishModels} from "../models/publish.js";
import {makeMonitor, publishMonitor} from "../monitor/publish.js";
import {publishScoring} from "../score/publish.js";
import {takeSnapshots} from "../snapshots/take.js";
import {exitOf, observable} from "./observable.js";
import {writeRedirects} from "./redirects.js";
import {sizesOf} from "./sizes.js";

/**
 * Brings the marts and Framework's cache up to date and gives where the marts are; a refusal of the data ends the process
 * with its sentence.
 */
export async function prepare(): Promise<string> {
  dropStalePackages();
  const marts = await ensureMarts({onProgress: (line) => console.log(line)});
  if (!marts.ok) {
    console.error(marts.message);
    process.exit(1);
  }
  refreshData(marts.value.fingerprint, marts.value.directory);
  const about = await readManifest(marts.value.directory);
  if (about) tellShop(about, process.env);
  return marts.value.directory;
}

/** The build from its beginning, in a process that loads all modules for what was told meanwhile. */
const anew = () =>
  spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {stdio: "inherit"});

/** Builds the site into dist/ and fails where Framework would let a broken page pass. Says at the end what it took. */
export async function build(): Promise<number> {
  const steps: string[] = [];
  let since = performance.now();
  const took = (step: string) => {
    steps.push(`${step} ${formatCount((performance.now() - since) / 1000)} s`);
    since = performance.now();
  };
  const known = process.env.VITRINE_SHOP;
  const marts = await prepare();
  // What this process has loaded was made for a shop of which less was known.
  if (process.env.VITRINE_SHOP !== known) return exitOf(anew());
  took("marts");
  const {broken, unchecked} = await checkFences(fencesBelow("src"), marts);
  for (const line of unchecked) console.log(line);
  for (const problem of broken) console.error(problem);
  if (broken.length > 0) return 1;
  took("SQL of the pages");
  const [code, kept] = await Promise.all([
    exitOf(observable(["build"])),
    process.env.VITRINE_MODELS === "off" ? undefined : madeOf(marts)
  ]);
  if (code !== 0) return code;
  took("pages and models");
  packPrograms("dist");
  if (kept === undefined) console.log("Pages open without published results: VITRINE_MODELS is off.");
  else {
    const {notes} = publishModels("dist", kept.models);
    for (const note of notes) console.log(note);
    linkModels("dist", publishMonitor("dist", await publishScoring("dist", marts), kept.monitor));
  }
  const problems = [
    ...siteProblems("dist"),
    ...brokenLinks("dist"),
    ...brokenPageHrefs("dist"),
    ...tooLarge("dist")
  ];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) return 1;
  took("checks");
  for (const note of await takeSnapshots("dist")) console.log(note);
  writeRedirects("dist");
  took("snapshots");
  const {source} = JSON.parse(readFileSync(join(marts, "manifest.json"), "utf8")) as {source: string};
  const {release, line} = await addAlong("dist", {source});
  console.log(`Release ${release.id}. ${line}`);
  console.log(`dist/ holds ${sizesOf("dist")}\n${steps.join(", ")}`);
  return 0;
}

/** One after the other: both take all threads that there are. */
async function madeOf(marts: string): Promise<{models: string; monitor: string}> {
  const models = await makeModels(marts);
  return {models, monitor: await makeMonitor(marts)};
}
