import {createHash} from "node:crypto";
import {typeProblem} from "./mimeTypes.js";
import type {Release} from "./release.js";
import {parseRelease, releaseFile} from "./release.js";

export interface FilesReport {
  release?: Release;
  problems: string[];
  /** Files read, their bytes, and how many of the texts among them came compressed. */
  read: number;
  bytes: number;
  texts: number;
  compressed: number;
}

/** Requests that are under way at once. */
const atOnce = 8;
const patience = 60_000;

const get = async (url: string): Promise<{response: Response; body: Buffer}> => {
  const response = await fetch(url, {signal: AbortSignal.timeout(patience), cache: "no-store"});
  return {response, body: Buffer.from(await response.arrayBuffer())};
};

/** Once more where a host hiccups. */
const patiently = (url: string) => get(url).catch(() => get(url));

/**
 * Reads every file that a published site lists in its `release.json` and says, a sentence each, what does not answer, is
 * not the file that was built, comes from elsewhere or has a type that browsers refuse.
 * @param base the site's address, with a slash at its end
 * @param id the release that is to be there; any without it
 */
export async function smokeFiles(base: string, id?: string): Promise<FilesReport> {
  const report: FilesReport = {problems: [], read: 0, bytes: 0, texts: 0, compressed: 0};
  const {problems} = report;
  const told = await patiently(`${base}${releaseFile}`).catch((error: unknown) => String(error));
  if (typeof told === "string" || !told.response.ok) {
    problems.push(
      `${base}${releaseFile} does not answer (${typeof told === "string" ? told : told.response.status}): publish the whole of dist/.`
    );
    return report;
  }
  const parsed = parseRelease(told.body.toString(), `${base}${releaseFile}`);
  if (!parsed.ok) return {...report, problems: [parsed.message]};
  const release = parsed.value;
  if (id !== undefined && release.id !== id)
    problems.push(
      `${base} has the release ${release.id}, not ${id}: it was not published, or a cache stands before it.`
    );
  const waiting = Object.entries(release.files);
  const check = async (path: string, {bytes, sha256}: Release["files"][string]) => {
    const {response, body} = await patiently(`${base}${path.split("/").map(encodeURIComponent).join("/")}`);
    report.read++;
    report.bytes += body.length;
    if (!response.ok) return problems.push(`${path} answers ${response.status}: publish the whole of dist/.`);
    if (new URL(response.url).origin !== new URL(base).origin)
      problems.push(`${path} leads to ${response.url}, which is not of this site.`);
    const type = response.headers.get("content-type");
    const problem = typeProblem(path, type);
    if (problem) problems.push(problem);
    if (/^text\/|javascript|\bjson\b/.test(type ?? "")) {
      report.texts++;
      if (response.headers.has("content-encoding")) report.compressed++;
    }
    if (createHash("sha256").update(body).digest("hex") !== sha256)
      problems.push(
        `${path} is not the file that was built (${body.length} bytes where ${bytes} were): two releases are mixed, or the host changes files.`
      );
  };
  await Promise.all(
    Array.from({length: atOnce}, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [path, file] = next;
        await check(path, file).catch((error: unknown) =>
          problems.push(`${path} does not answer (${String(error)}).`)
        );
      }
    })
  );
  return {...report, release};
}
