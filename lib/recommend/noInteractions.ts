import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Csr} from "./csr.js";

/** The failure that every model has in common: nothing to learn from. */
export const noInteractions = ({indices}: Csr): Result<void> =>
  indices.length
    ? ok(undefined)
    : fail("empty", "There is no purchase to learn from: choose a later day or a longer period.");
