import * as Comlink from "comlink";
import type {Progress} from "../lib/driven.js";
import {driven} from "../lib/driven.js";
import {concentration} from "../lib/inequality/concentration.js";
import type {Result} from "../lib/result.js";
import {ok} from "../lib/result.js";
import {clusterCustomers} from "../lib/retention/clusterCustomers.js";
import {payback} from "../lib/retention/payback.js";
import type {Covariate} from "../lib/survival/coxDesign.js";
import type {CoxModel} from "../lib/survival/coxModel.js";
import {coxModel} from "../lib/survival/coxModel.js";
import {lifetimeValue} from "../lib/value/lifetimeValue.js";
import {proportionalHazards} from "../lib/survival/proportionalHazards.js";

type Report = (progress: Progress) => unknown;

/** A Cox model, and for each covariate the p-value of its ratio changing over time. */
export interface CoxAnswer {
  model: CoxModel;
  proportional: number[] | null;
}

function cox(
  durations: Float64Array,
  events: Uint8Array,
  covariates: readonly Covariate[]
): Result<CoxAnswer> {
  const model = coxModel(durations, events, covariates);
  if (!model.ok) return model;
  const test = proportionalHazards(durations, events, covariates, model.value);
  return ok({model: model.value, proportional: test.ok ? test.value.covariates.map(({p}) => p) : null});
}

const api = {
  ping: () => true,
  concentration: (given: Parameters<typeof concentration>, report: Report) =>
    driven(concentration(...given), report),
  lifetimeValue: (given: Parameters<typeof lifetimeValue>, report: Report) =>
    driven(lifetimeValue(...given), report),
  clusters: (given: Parameters<typeof clusterCustomers>, report: Report) =>
    driven(clusterCustomers(...given), report),
  payback: (given: Parameters<typeof payback>, report: Report) => driven(payback(...given), report),
  cox
};

export type CustomersApi = typeof api;

Comlink.expose(api);
