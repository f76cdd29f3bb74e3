import {defineConfig} from "vitest/config";
import {LongestFirst} from "./tools/test/longestFirst.js";

/** Tests that hold a clock to a page: these files run when all others are done, one after another. */
const clocks = "test/browser/clocks/**/*.test.ts";

export default defineConfig({
  test: {
    globalSetup: ["test/browser/server.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // A browser may hang for reasons of its own; what passes only then is named at the end of the run.
    retry: 1,
    // A file for each of two cores, and of one what says `concurrent` by twos: three made waits of 30 s run out.
    maxConcurrency: 2,
    maxWorkers: 2,
    sequence: {sequencer: LongestFirst},
    projects: [
      {
        extends: true,
        test: {
          name: "pages",
          include: ["test/browser/**/*.test.ts"],
          exclude: [clocks],
          sequence: {groupOrder: 0}
        }
      },
      {
        extends: true,
        test: {
          name: "clocks",
          include: [clocks],
          poolOptions: {forks: {singleFork: true}},
          sequence: {groupOrder: 1}
        }
      }
    ]
  }
});
