import {ensureMarts} from "../../loaders/build.js";
import {dropStaleData, dropStalePackages} from "./cache.js";
import {siteProblems} from "./check.js";
import {exitOf, observable} from "./observable.js";

/** Brings the marts and Framework's cache up to date; a refusal of the data ends the process with its sentence. */
export async function prepare(): Promise<void> {
  dropStalePackages();
  const marts = await ensureMarts({onProgress: (line) => console.log(line)});
  if (!marts.ok) {
    console.error(marts.message);
    process.exit(1);
  }
  dropStaleData(marts.value.fingerprint);
}

/** Builds the site into dist/ and fails where Framework would let a broken page pass. */
export async function build(): Promise<number> {
  await prepare();
  const code = await exitOf(observable(["build"]));
  if (code !== 0) return code;
  const problems = siteProblems("dist");
  for (const problem of problems) console.error(problem);
  return problems.length > 0 ? 1 : 0;
}
