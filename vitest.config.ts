import {defineConfig} from "vitest/config";

export default defineConfig({
  resolve: {
    alias: [
      {find: "observablehq:stdlib", replacement: new URL("test/support/stdlib.ts", import.meta.url).pathname},
      {find: /^npm:/, replacement: ""}
    ]
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**"],
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 180_000,
    maxWorkers: 2
  }
});
