import {existsSync} from "node:fs";
import {formatCount, formatDecimal} from "../../lib/format.js";
import {serve} from "../serve.js";
import {chromiumAdvice, findChromium} from "../test/chromium.js";
import {smokeFiles} from "./smokeFiles.js";
import {smokePages} from "./smokePages.js";

/**
 * Whether a published site is the one that was built: `npm run smoke -- ADDRESS|FOLDER [--release ID] [--no-pages]`. A
 * folder is served here, under a sub-path, as a plain host would. Gives the exit code.
 */
export async function smoke(
  target: string,
  {release: id, pages = true}: {release?: string; pages?: boolean}
): Promise<number> {
  const local = /^https?:\/\//.test(target) ? undefined : target;
  if (local !== undefined && !existsSync(local)) {
    console.error(`${local} is neither an address (https://...) nor a folder that is there.`);
    return 1;
  }
  const served = local === undefined ? undefined : await serve(local, {base: "/a/site/"});
  const base = (served?.url ?? target).replace(/(?:index\.html)?(?:[?#].*)?$/, "").replace(/\/*$/, "/");
  try {
    const files = await smokeFiles(base, id);
    const problems = [...files.problems];
    const {release} = files;
    if (release)
      console.log(
        `${base} has the release ${release.id} (${release.version}, ${release.source} data, built ${release.made}): ${formatCount(files.read)} of ${formatCount(Object.keys(release.files).length)} files read, ${formatDecimal(Math.round(files.bytes / 1e5) / 10)} MB; ${formatCount(files.compressed)} of ${formatCount(files.texts)} texts came compressed.`
      );
    const browser = findChromium();
    if (release && pages && browser) {
      const opened = await smokePages(base, browser);
      problems.push(...opened.problems);
      console.log(
        `${formatCount(opened.opened)} pages opened with ${formatCount(opened.requests)} requests.`
      );
    } else if (release && pages) console.log(`No page was opened. ${chromiumAdvice}`);
    for (const problem of problems.slice(0, 40)) console.error(problem);
    if (problems.length > 40) console.error(`... and ${formatCount(problems.length - 40)} more.`);
    console.log(problems.length === 0 ? "The site is sound." : `${formatCount(problems.length)} problems.`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    await served?.close();
  }
}
