import {formatCount} from "../../lib/format.js";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import {quoted} from "../../lib/source/refusal.js";
import type {NamedBlob} from "./folder.js";
import {unzip} from "./unzip.js";

/** What a tab of 4 GB has room for, in bytes of CSV. */
export const mostBytes = 1.5e9;

const isTable = (name: string) => /[.](csv|tsv|txt)$/i.test(name);
const isZip = (name: string) => /[.]zip$/i.test(name);

/** The tables among what a reader chose, unpacked; refuses two of one name, and more than a tab has room for. */
export async function gather(chosen: readonly NamedBlob[]): Promise<Result<NamedBlob[]>> {
  const files: NamedBlob[] = [];
  for (const file of chosen) {
    const found = isZip(file.name) ? await unzip(file, isTable) : ok([file]);
    if (!found.ok) return found;
    files.push(...found.value);
  }
  const names = files.map(({name}) => name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined)
    return fail(
      "same-name",
      `Two of the files are called ${quoted(twice)}: choose the folder of one shop alone.`
    );
  const bytes = files.reduce((sum, {blob}) => sum + blob.size, 0);
  return bytes > mostBytes
    ? fail(
        "too-big",
        `The files hold ${formatCount(bytes / 1e6)} MB, and a tab has room for ${formatCount(mostBytes / 1e6)} MB: build the site from them with “npm run build”.`
      )
    : ok(files);
}
