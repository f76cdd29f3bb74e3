import type {Balance, ModelSpec} from "../learn/families.js";
import type {Manifest} from "../marts/manifest.js";
import {fail, ok} from "../result.js";
import type {Result} from "../result.js";

/** A figure of the test rows; null where it is not defined, as the AUC of one class is not. */
export interface CardMetric {
  /** As functions are named: "rocAuc", "averagePrecision", "brier". */
  name: string;
  value: number | null;
  /** Ends of the bootstrap interval. */
  low: number | null;
  high: number | null;
  /** The same figure for who always says the more frequent class. */
  majority: number | null;
}

/** What the maker of a card tells. */
export interface CardContents<Spec = ModelSpec> {
  name: string;
  /** UTC, ISO. */
  madeAt: string;
  /** Of this software. */
  version: string;
  intendedUse: {purpose: string; users: string; outOfScope: readonly string[]};
  data: {
    source: Manifest["source"];
    /** ISO local time, exclusive. */
    cutoff: string;
    /** Days after the cutoff that a forward label looks at; null for a label of the past. */
    horizonDays: number | null;
    /** What label 1 means, in words. */
    label: string;
    rows: number;
    positives: number;
    /** SHA-256 over the manifest's inputs. */
    manifestHash: string;
  };
  features: {preset: string; columns: readonly string[]};
  training: {
    spec: Spec;
    balance: Balance;
    seed: number;
    /** What did the arithmetic: "WebAssembly", "TypeScript", "TF.js WebGL". */
    backend: string;
    /** How the rows were parted: "stratified hold-out", "the latest 20 %". */
    split: string;
    trainRows: number;
    testRows: number;
  };
  /** Coverage of the intervals: 0.95. */
  confidence: number;
  metrics: readonly CardMetric[];
  /** "none" or a method, with what it did to the Brier score of the test rows. */
  calibration: {
    method: "none" | "platt" | "isotonic" | "prior";
    brierBefore: number | null;
    brierAfter: number | null;
  };
  /** What a reader must know before using a score: leaks, small classes, drift. */
  caveats: readonly string[];
  /** Of `modelHash`. */
  modelHash: string;
}

/** A model card: `JSON.stringify` makes the file of it. */
export interface ModelCard<Spec = ModelSpec> extends CardContents<Spec> {
  format: "vitrine-model-card";
  data: CardContents["data"] & {share: number};
}

/** What is said of every model of generated data. */
export const syntheticCaveat = "The data is generated: the figures say nothing about a real shop.";

/**
 * Puts a card together, in the sections of Mitchell et al. (2019), "Model Cards for Model Reporting". Adds the share
 * of positives, and the caveat that generated data calls for. Fails with the name of a figure that is no number, or of
 * counts, intervals or hashes that cannot be.
 * @example modelCard({...contents, data: {...data, rows: 0}}).message => "data.rows must be above 0"
 */
export function modelCard<Spec>(contents: CardContents<Spec>): Result<ModelCard<Spec>> {
  const {data, training, metrics, confidence} = contents;
  const stray = strayNumber(contents, "");
  if (stray !== undefined) return fail("card", `${stray} is not a number`);
  const problem = [
    ...[contents.modelHash, data.manifestHash].map(
      (hash) => !/^[0-9a-f]{64}$/.test(hash) && `not a SHA-256: ${JSON.stringify(hash.slice(0, 20))}`
    ),
    data.rows <= 0 && "data.rows must be above 0",
    (data.positives < 0 || data.positives > data.rows) && "data.positives must be between 0 and data.rows",
    training.trainRows + training.testRows > data.rows &&
      "training.trainRows and testRows are more than data.rows",
    !(confidence > 0 && confidence < 1) && "confidence must be between 0 and 1",
    ...metrics.map(
      ({name, low, high}) =>
        low !== null && high !== null && low > high && `${name}: the interval ends before it begins`
    )
  ].find((sentence) => sentence !== false);
  if (problem !== undefined) return fail("card", problem);
  const caveats = data.source === "synthetic" ? [syntheticCaveat, ...contents.caveats] : contents.caveats;
  return ok({
    format: "vitrine-model-card",
    ...contents,
    data: {...data, share: data.positives / data.rows},
    caveats
  });
}

/** Where the first number stands that is NaN or infinite. */
function strayNumber(value: unknown, path: string): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : path;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, field] of Object.entries(value)) {
    const stray = strayNumber(field, path ? `${path}.${key}` : key);
    if (stray !== undefined) return stray;
  }
  return undefined;
}
