import {readFileSync, readdirSync} from "node:fs";
import {defineConfig} from "vitest/config";

const tests = new URL("test/", import.meta.url);
const replacesModules = (file: string) =>
  file.endsWith(".test.ts") && /\bvi\.(?:mock|doMock)\(/.test(readFileSync(new URL(file, tests), "utf8"));

/** Tests that replace modules or the environment's variables, or need a process as it is at first. */
const own = [
  ...readdirSync(tests, {recursive: true, encoding: "utf8"})
    .filter(replacesModules)
    .map((file) => `test/${file}`),
  "test/components/wasmProgram.test.ts",
  "test/lib/lab/**",
  "test/lib/shop.test.ts",
  "test/loaders/command.test.ts",
  "test/loaders/source/tolerant.test.ts"
];
/** Tests of what is drawn: each file has modules and a window of its own, but packages are loaded once for all. */
const drawn = ["test/charts/**", "test/components/**"];
const browser = "test/browser/**";
const testsOf = (pattern: string) => pattern.replace(/\*\*$/, "**/*.test.ts");

export default defineConfig({
  resolve: {
    alias: [
      {find: "observablehq:stdlib", replacement: new URL("test/support/stdlib.ts", import.meta.url).pathname},
      // Its build for Node takes a thread of the test runner for one of its own workers.
      {
        find: /^(?:npm:)?@duckdb\/duckdb-wasm$/,
        replacement: new URL("node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser.mjs", import.meta.url)
          .pathname
      },
      {find: /^npm:/, replacement: ""}
    ]
  },
  test: {
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    // Which modules a process keeps is a matter of its pool: pure ones are loaded once for all tests in forks.
    poolOptions: {forks: {isolate: false}},
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          pool: "forks",
          include: ["test/**/*.test.ts"],
          exclude: [browser, ...drawn, ...own],
          sequence: {groupOrder: 0}
        }
      },
      {
        extends: true,
        test: {
          name: "drawn",
          pool: "forks",
          include: drawn.map(testsOf),
          exclude: [browser, ...own],
          setupFiles: ["test/support/fresh.ts", "test/support/worker.ts"],
          sequence: {groupOrder: 0}
        }
      },
      {
        extends: true,
        test: {
          name: "own",
          pool: "threads",
          include: own.map(testsOf),
          exclude: [browser],
          setupFiles: ["test/support/worker.ts"],
          sequence: {groupOrder: 1}
        }
      }
    ]
  }
});
