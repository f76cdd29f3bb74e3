import {ensureMarts} from "../../loaders/build.js";
import {dropStaleData, dropStalePackages} from "./cache.js";
import {siteProblems} from "./check.js";
import {checkFences, fencesBelow} from "./fences.js";
import {packPrograms, tooLarge} from "./largeFiles.js";
import {brokenLinks, brokenPageHrefs} from "./links.js";
import {takeSnapshots} from "../snapshots/take.js";
import {exitOf, observable} from "./observable.js";

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
  dropStaleData(marts.value.fingerprint);
  return marts.value.directory;
}

/** Builds the site into dist/ and fails where Framework would let a broken page pass. */
export async function build(): Promise<number> {
  const marts = await prepare();
  const {broken, unchecked} = await checkFences(fencesBelow("src"), marts);
  for (const line of unchecked) console.log(line);
  for (const problem of broken) console.error(problem);
  if (broken.length > 0) return 1;
  const code = await exitOf(observable(["build"]));
  if (code !== 0) return code;
  packPrograms("dist");
  const problems = [
    ...siteProblems("dist"),
    ...brokenLinks("dist"),
    ...brokenPageHrefs("dist"),
    ...tooLarge("dist")
  ];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) return 1;
  for (const note of await takeSnapshots("dist")) console.log(note);
  return 0;
}
