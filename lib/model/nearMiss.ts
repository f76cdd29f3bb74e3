import type {Fields} from "./reader.js";
import {isFields} from "./reader.js";

const save = "use save_model with a name that ends in .json";

const listing = `This is dump_model’s listing, which leaves out what scores start from: ${save}.`;

/** First bytes of what packs other files. */
const packed = [[0x1f, 0x8b], [0x50, 0x4b, 3, 4], [0x42, 0x5a, 0x68], [0xfd, 0x37, 0x7a], [0x78, 1], [0x78, 0x9c], [0x78, 0xda]]; // prettier-ignore

/**
 * What a binary file is that somebody took for a model file, and what to do; undefined for text.
 * @example nearMissOfBytes(Uint8Array.of(0x80, 4, 0x95)) => "This is a pickle of Python (or joblib): load it there, and use save_model with a name that ends in .json."
 */
export function nearMissOfBytes(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 512));
  if (/^\{[LlIiU$#]/.test(head)) return `This is UBJSON, XGBoost’s binary format: ${save}.`;
  if (/^\x80[\x02-\x05]/.test(head))
    return `This is a pickle of Python (or joblib): load it there, and ${save}.`;
  if (/^(binf|bs64)/.test(head) || (head.includes("\0") && /gbtree|gblinear|dart/.test(head)))
    return `This is XGBoost’s old binary format: load it with XGBoost 3.0 or older, and ${save}.`;
  if (packed.some((start) => start.every((byte, at) => bytes[at] === byte)))
    return `This is a compressed file (ZIP, gzip, or joblib’s): unpack it; from XGBoost, ${save}.`;
  return undefined;
}

/** The same of text that is no JSON. @example nearMissOfText("booster[0]:\n0:leaf=0.5") => "This is dump_model’s listing …" */
export const nearMissOfText = (text: string): string | undefined =>
  /^\s*(booster\[\d+\]:|0:(\[|leaf=)|digraph\b)/.test(text) ? listing : undefined;

/** The same of parsed JSON. @example nearMissOfJson([{nodeid: 0, leaf: 0.5}]) => "This is dump_model’s listing …" */
export function nearMissOfJson(json: unknown): string | undefined {
  const first: unknown = Array.isArray(json) ? json[0] : json;
  if (isTree(first)) return listing;
  if (!isFields(json)) return undefined;
  if (isFields(json.learner) && isSettings(json.learner))
    return `These are save_config’s settings, without the trees: ${save}.`;
  if (json.format === "vitrine-model-card" || json.format === "vitrine-parameters")
    return `This is this site’s ${json.format === "vitrine-parameters" ? "list of parameters" : "model card"}, without the model: take “Model file of this site”.`;
  return undefined;
}

/** A tree of `dump_model`, or of `get_dump`, which has each as a text. */
const isTree = (value: unknown): boolean =>
  isFields(value)
    ? "nodeid" in value
    : typeof value === "string" && /^\s*(0:(\[|leaf=)|\{\s*"nodeid")/.test(value);

const isSettings = (learner: Fields): boolean =>
  ("learner_train_param" in learner || "generic_param" in learner) &&
  !(isFields(learner.gradient_booster) && "model" in learner.gradient_booster);
