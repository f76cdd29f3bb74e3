import {fail, ok} from "../result.js";
import type {Result} from "../result.js";
import {nearMissOfJson, nearMissOfText} from "./nearMiss.js";
import {Malformed} from "./reader.js";

/** Longest text that is looked at. */
export const longestFile = 200_000_000;

/** Parses JSON and reads it by `read`, whose `Malformed` becomes a failure. @example parsed("{", String).ok => false */
export function parsed<T>(text: string, read: (json: unknown) => T): Result<T> {
  if (text.length > longestFile)
    return fail(
      "model",
      `The file is too large: ${text.length} characters, at most ${longestFile} are read.`
    );
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const near = nearMissOfText(text);
    if (near !== undefined) return fail("model", near);
    const hint = /[[,:]\s*-?(nan|inf)/i.test(text)
      ? "; it holds NaN or Infinity in place of a number, as XGBoost writes where it splits by category"
      : "";
    return fail("model", `The file is not JSON${hint}. Save XGBoost models under a name that ends in .json.`);
  }
  const near = nearMissOfJson(json);
  if (near !== undefined) return fail("model", near);
  try {
    return ok(read(json));
  } catch (error) {
    if (error instanceof Malformed) return fail("model", error.message);
    throw error;
  }
}
