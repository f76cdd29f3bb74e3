import {formatCount} from "../../../lib/format.js";
import type {Result} from "../../../lib/result.js";
import {fail, ok} from "../../../lib/result.js";
import type {Customer} from "../../../lib/serve/calls.js";
import type {Prediction, Predictor} from "../../../lib/serve/predictor.js";
import {predictor} from "../../../lib/serve/predictor.js";
import {typedCustomer} from "../../../lib/serve/typedCustomer.js";
import type {Scoring} from "./published.js";

/** A customer with the score. */
export interface Scored {
  scoring: Scoring;
  predictor: Predictor;
  /** "Customer 1,234", or what was typed. */
  name: string;
  customer: Customer;
  /** All contributions. */
  prediction: Prediction;
  /** What came of a published customer. */
  label?: 0 | 1;
}

/** One of the published customers. */
function pickedCustomer(
  {customers}: Scoring,
  pick: number
): Result<{name: string; customer: Customer; label: 0 | 1}> {
  const {keys, labels, columns} = customers;
  if (keys.length === 0) return fail("pick", "No customer was published: type one.");
  const at = Math.min(keys.length, pick) - 1;
  return ok({
    name: `Customer ${formatCount(keys[at])}`,
    customer: Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[at]])),
    label: labels[at]
  });
}

/** Scores whoever was typed, else the one picked. */
export async function scoreCustomer(
  loading: Promise<Result<Scoring>>,
  typed: string,
  pick: number
): Promise<Result<Scored>> {
  const scoring = await loading;
  if (!scoring.ok) return scoring;
  const {served} = scoring.value;
  const read = typed.trim() ? typedCustomer(typed, served.fields) : undefined;
  const chosen = read
    ? read.ok
      ? ok({name: "The customer typed", customer: read.value})
      : read
    : pickedCustomer(scoring.value, pick);
  if (!chosen.ok) return chosen;
  const ready = predictor(served);
  const prediction = ready.predict(chosen.value.customer, Infinity);
  if (!prediction.ok) return prediction;
  return ok({...chosen.value, scoring: scoring.value, predictor: ready, prediction: prediction.value});
}
