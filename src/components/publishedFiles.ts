import type {PublishedFile} from "../lib/lab/published.js";
import type {PublishedResult} from "../lib/lab/resultFile.js";
import {choiceKey, fromResultText, sameInputs} from "../lib/lab/resultFile.js";
import type {PublishedScoring} from "../lib/serve/publishedScoring.js";
import {atWork} from "./atWork.js";
import {downloaded} from "./download.js";
import {manifest} from "./marts.js";
import {ownInUse} from "./own/record.js";

/** The part of the published index that pages read. */
interface Index {
  trainings: {train?: PublishedFile};
  results: Record<string, PublishedFile>;
  /** Absent where the site was built without one. */
  monitor?: PublishedFile;
  /** Absent where the shop has no reviews to learn from. */
  sentiment?: {files: {model: PublishedFile}};
  /** What scores elsewhere. */
  scoring?: PublishedScoring;
}

/** A file that was published, by an address that changes with it. */
export const publishedAddress = ({path, sha256}: PublishedFile, base: string): string =>
  new URL(`${path}?${sha256.slice(0, 12)}`, base).href;

let listed: Promise<{index: Index; base: string} | null> | undefined;

/**
 * What the site was published with; null where the page was not built with anything, as in the preview, or shows the
 * reader's own shop, from which nothing was learnt.
 */
export function publishedIndex(): Promise<{index: Index; base: string} | null> {
  listed ??= atWork(read());
  listed.catch(() => (listed = undefined));
  return listed;
}

async function read() {
  if (ownInUse()) return null;
  const link = document.querySelector<HTMLLinkElement>('link[rel="models"]');
  return link && {index: JSON.parse(await textAt(link.href)) as Index, base: link.href};
}

const results = new Map<string, Promise<PublishedResult | null>>();

/**
 * The outcome of a page's default question, worked out when the site was built; null where it was not, or answers
 * another choice, or other files.
 * @param name of the result: "late"
 */
export async function publishedResult<Outcome>(name: string, choice: unknown): Promise<Outcome | null> {
  const loading = results.get(name) ?? atWork(load(name));
  results.set(name, loading);
  loading.catch(() => results.delete(name));
  const result = await loading;
  if (!result || choiceKey(result.choice) !== choiceKey(choice)) return null;
  const {inputs} = await manifest();
  return sameInputs(inputs, result.inputs) ? (result.outcome as Outcome) : null;
}

async function load(name: string): Promise<PublishedResult | null> {
  const found = await publishedIndex();
  const file = found?.index.results[name];
  return found && file
    ? (fromResultText(await textAt(publishedAddress(file, found.base))) as PublishedResult)
    : null;
}

/** The bytes at an address of the site. */
export const bytesAt = async (address: string): Promise<Uint8Array<ArrayBuffer>> =>
  downloaded(
    fetch(address).then((answer) => {
      if (!answer.ok || !answer.body) throw new Error(`${address} cannot be read (${answer.status})`);
      return answer.body;
    })
  );

/** The text at an address of the site. */
export const textAt = async (address: string): Promise<string> =>
  new TextDecoder().decode(await bytesAt(address));
