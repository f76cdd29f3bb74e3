import {everyRow} from "../stats/everyRow.js";
import type {StreamName} from "./streams.js";
import {randomStream} from "./streams.js";
import {shuffle} from "./shuffle.js";

/**
 * Some of `count` rows at random, without repetition, in ascending order; all of them where there are no more.
 * @example [...sampleRows(3, 5, 1, "explain.beeswarm")] => [0, 1, 2]
 */
export const sampleRows = (count: number, some: number, seed: number, stream: StreamName): Uint32Array =>
  shuffle(everyRow(count), randomStream(stream, seed)).slice(0, some).sort();
