import type {TaskOptions} from "../task.js";

/** A part of a job: how far it is, and that it is done. */
export interface Part {
  share: (share: number) => void;
  done: () => void;
}

/**
 * Tells of the parts of a job as of one, each by its weight.
 * @param total weight of all parts
 * @example meter(2, onProgress).part(1, "Training").done() // onProgress(0.5, "Training")
 */
export function meter(total: number, onProgress: TaskOptions["onProgress"]) {
  let sum = 0;
  return {
    part(weight: number, text: string): Part {
      let mine = 0;
      const share = (share: number) => {
        sum += weight * (share - mine);
        mine = share;
        onProgress?.(sum / total, text);
      };
      share(0);
      return {share, done: () => share(1)};
    }
  };
}
