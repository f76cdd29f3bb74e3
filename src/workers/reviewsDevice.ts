import type {Backend, BackendChoice} from "../lib/learn/backend.js";
import {chooseBackend} from "../lib/learn/backend.js";
import type {PoolOf} from "../lib/reviews/convolutionModel.js";
import {convolutionDefaults} from "../lib/reviews/convolutionModel.js";
import {poolWords} from "../lib/reviews/convolutionNetwork.js";
import {newConvolution} from "../lib/reviews/convolutionStart.js";
import type {ReviewsRanOn} from "../lib/reviews/trained.js";
import {probeWebgl, startWebgl} from "./webgl.js";
import {webglPool} from "./webglPool.js";

/** Where a convolution's largest answers are found; what it ran on is known at the end, as a GPU may be lost. */
interface ReviewsDevice {
  poolOf: PoolOf;
  ranOn: () => ReviewsRanOn;
}

const trials = 5;

/**
 * The device that is asked for, or else WebGL where a GPU takes a batch faster than this thread. Where WebGL is missing
 * or fails, this thread goes on from there, and `fellBack` says why.
 */
export async function reviewsDevice(choice: BackendChoice): Promise<ReviewsDevice> {
  const probe = choice === "cpu" ? {renderer: null, float32: false} : probeWebgl();
  const decided = chooseBackend(choice, probe);
  const {renderer} = probe;
  const here = (fellBack: string, timed: ReviewsRanOn["timed"] = null): ReviewsDevice => ({
    poolOf: poolWords,
    ranOn: () => ({backend: "cpu", renderer, fellBack, timed})
  });
  if (decided.backend === "cpu") return here(decided.fellBack);
  try {
    const onGpu = webglPool(await startWebgl());
    const timed = {webgl: await timeOf(onGpu), cpu: await timeOf(poolWords)};
    if (choice === "auto" && timed.webgl >= timed.cpu) return here("", timed);
    let [backend, fellBack]: [Backend, string] = ["webgl", ""];
    const lost = (error: unknown) => {
      backend = "cpu";
      fellBack = failed(error);
    };
    return {
      poolOf(model, batch) {
        if (backend === "cpu") return poolWords(model, batch);
        return Promise.resolve(onGpu(model, batch)).catch((error: unknown) => {
          lost(error);
          return poolWords(model, batch);
        });
      },
      ranOn: () => ({backend, renderer, fellBack, timed})
    };
  } catch (error) {
    return here(failed(error));
  }
}

const failed = (error: unknown) =>
  `WebGL failed (${error instanceof Error ? error.message : String(error)}), so the convolution was trained on the CPU.`;

/** Milliseconds that a batch of middling texts takes, after a first one that compiles the shaders. */
async function timeOf(poolOf: PoolOf): Promise<number> {
  let last = 0;
  /** Numbers spread evenly over [0, 1): how long the work takes does not depend on them. */
  const spread = () => (last = (last + 0.618) % 1);
  const model = newConvolution({...convolutionDefaults, buckets: 1}, spread);
  const {batch, dimensions} = convolutionDefaults;
  const words = 16;
  const texts = {
    starts: Uint32Array.from({length: batch + 1}, (_, text) => text * words),
    vectors: Float32Array.from({length: batch * words * dimensions}, spread)
  };
  await poolOf(model, texts);
  const before = performance.now();
  for (let i = 0; i < trials; i++) await poolOf(model, texts);
  return (performance.now() - before) / trials;
}
