import {createHash} from "node:crypto";
import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import type {PublishedFile} from "../../lib/lab/published.js";

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/** A file that was written to a folder, as it is listed. */
export const fileOf = (folder: string, path: string): PublishedFile => {
  const whole = join(folder, path);
  return {path, bytes: statSync(whole).size, sha256: sha256(readFileSync(whole))};
};
