import type {CustomerField} from "./field.js";
import {fieldText} from "./schema.js";

const typeTexts: Record<CustomerField["kind"], string> = {
  number: "number | null",
  integer: "number | null",
  flag: "0 | 1 | boolean | null",
  category: "string | null"
};

const comment = (text: string) => `/** ${text.replaceAll("*/", "*\\/")} */`;

/** The types that all modules share. */
export const sharedDeclarations = `/** What a field adds to a score, in the score's unit. */
export interface Contribution {
  feature: string;
  contribution: number;
}

export interface Prediction {
  /** Of label 1. */
  probability: number;
  /** The label at the published threshold. */
  label: 0 | 1;
  threshold: number;
  /** Log-odds, or of a forest a probability. */
  score: number;
  unit: "log-odds" | "probability";
  /** The model's mean score: base, contributions and others add up to the score. */
  base: number;
  contributions: Contribution[];
  /** What all other fields add together. */
  others: number;
  /** Categories whose level the model has no column for. */
  unseen: string[];
  /** SHA-256 that names the model. */
  hash: string;
}

export interface Field {
  name: string;
  kind: "number" | "integer" | "flag" | "category";
  levels?: readonly string[];
  used: boolean;
}
`;

/**
 * Declarations in TypeScript of a model's module.
 * @param kernel from the module to the shared types
 * @example modelDeclarations(fields, "../kernel.js").startsWith("import type {") => true
 */
export function modelDeclarations(fields: readonly CustomerField[], kernel: string): string {
  const own = fields.filter(({used}) => used);
  return `import type {Contribution, Field, Prediction} from "${kernel}";
export type {Contribution, Field, Prediction};

/** What the score depends on; null where a value is not known. Other fields of the catalogue may be there. */
export interface Customer {
${own.map((field) => `  ${comment(fieldText(field))}\n  ${JSON.stringify(field.name)}: ${typeTexts[field.kind]};`).join("\n")}
  [field: string]: unknown;
}

/** Customers by column, a list or typed array for each field; NaN and null are missing values. */
export type CustomerColumns = {[field: string]: ArrayLike<unknown>};

/** Throws a TypeError with a sentence for bad input. \`top\`: how many contributions are listed, 5 without it. */
export function predict(customer: Customer, top?: number): Prediction;
/** Probabilities of label 1, one for each customer. Throws a TypeError with a sentence for bad input. */
export function predictBatch(columns: CustomerColumns): Float64Array;
export const fields: readonly Field[];
export const hash: string;
/** The label that is to be found, and the probability of it from which on it is given. */
export const found: 0 | 1;
export const threshold: number;
`;
}

/** Declarations of the module that puts customers into segments. */
export const segmentDeclarations = `export interface Customer {
  /** Whole days from the latest delivered order to the day. */
  recency_days: number;
  /** Delivered orders. */
  frequency: number;
  /** Sum of their prices without freight, in cents. */
  monetary_cents: number;
}
export interface CustomerSegment {
  segment: string;
  /** Scores from 1 to 5. */
  r: number;
  fm: number;
  action: string;
  cutoff: string;
}
/** Throws a TypeError with a sentence for bad input. */
export function segment(customer: Customer): CustomerSegment;
/** The day of the cut points. */
export const cutoff: string;
`;

/** Declarations of the module that recommends. */
export const recommendDeclarations = `/** A product, and the ones bought that it goes with: none where it is there for being popular. */
export interface Recommendation {
  id: string;
  because: string[];
}
/** What goes with the products bought, then the most popular. Throws a TypeError with a sentence for bad input. */
export function recommend(customer: {bought: readonly string[]}, count?: number): Recommendation[];
export const hash: string;
`;
