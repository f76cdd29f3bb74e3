import type {CustomersApi} from "../../workers/customers.worker.js";
import {background} from "../background.js";

/**
 * Asks the worker of the pages about customers.
 * @example askCustomers((worker, report) => worker.payback([purchases, starts, terms, options], report), {signal})
 */
export const {ask: askCustomers} = background<CustomersApi>(() =>
  import.meta.resolve("../../workers/customers.worker.js")
);
