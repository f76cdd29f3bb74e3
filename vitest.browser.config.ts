import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    globalSetup: ["test/browser/server.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Files hold clocks: they run one after another, and within one only what says `concurrent` runs by twos.
    fileParallelism: false,
    maxConcurrency: 2
  }
});
