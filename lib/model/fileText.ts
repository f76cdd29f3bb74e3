import {decodeText} from "../reading/decodeText.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {nearMissOfBytes} from "./nearMiss.js";

/**
 * The text of a model file's bytes, in any encoding that a file of this site may have. Fails with a sentence that names
 * what a binary file is, and what to take in its place.
 * @example fileText(new TextEncoder().encode("{}")) => {ok: true, value: "{}"}
 */
export function fileText(bytes: Uint8Array): Result<string> {
  const near = nearMissOfBytes(bytes);
  if (near !== undefined) return fail("model", near);
  const decoded = decodeText(bytes);
  if (decoded.ok) return ok(decoded.value.text);
  return fail(
    "model",
    decoded.code === "binary"
      ? "The file is binary, and a model is read from JSON: save XGBoost models under a name that ends in .json."
      : decoded.message
  );
}
