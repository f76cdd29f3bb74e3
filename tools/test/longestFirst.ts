import type {TestSpecification} from "vitest/node";
import {BaseSequencer} from "vitest/node";

/** Files that take a minute and more, whatever the size of their text. */
const long = ["pages", "leakage", "guide", "build", "explain", "euro", "practice", "train", "customers"];

const rank = ({moduleId}: TestSpecification): number => {
  const place = long.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return place < 0 ? long.length : place;
};

/** Begins with the files that take longest, so that at the end no core waits for the other. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
}
