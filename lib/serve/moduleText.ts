import {packed} from "./packed.js";
import type {ServedModel} from "./predictor.js";

/** JSON as it may stand in a module, on one line. */
const inline = (value: unknown): string =>
  JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

/**
 * The text of an ES module that holds a model and scores with the kernel beside it.
 * @param about a sentence for its first line
 * @example modelModuleText(served, {kernel: "../kernel.js", about: "XGBoost"}).startsWith("// XGBoost\n") => true
 */
export function modelModuleText(
  {model, fields, hash, found, threshold}: ServedModel,
  {kernel, about}: {kernel: string; about: string}
): string {
  const data = {hash, found, threshold, fields, model: packed(model)};
  return moduleText(
    "modelModule",
    ["predict", "predictBatch", "fields", "hash", "found", "threshold"],
    data,
    {
      kernel,
      about
    }
  );
}

/** The text of an ES module that exports what one of the kernel's functions makes of data. */
export const moduleText = (
  maker: string,
  names: readonly string[],
  data: unknown,
  {kernel, about}: {kernel: string; about: string}
): string => `// ${about.replaceAll("\n", " ")}
import {${maker}} from "${kernel}";
export const {${names.join(", ")}} = ${maker}(${inline(data)});
`;
