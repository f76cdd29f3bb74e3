import type {KnipConfig} from "knip";

/** The imports of a page: those of its JavaScript blocks. */
const importsOf = (page: string): string =>
  [...page.matchAll(/^```js(?! run=false).*\n([\s\S]*?)^```/gm)]
    .flatMap(([, code]) => code.match(/^import [^;]*;$/gm) ?? [])
    .join("\n");

export default {
  entry: [
    "src/**/*.md",
    "src/data/*.ts",
    "src/components/index.ts",
    "src/workers/*.worker.ts",
    "src/components/along/start.ts",
    // Called by a built page itself, ahead of its modules.
    "src/components/engineStart.ts",
    "tools/*/main.ts",
    "tools/bench/child.ts",
    "tools/test/reporter.ts",
    "observablehq.config.ts",
    "test/browser/*.ts",
    "test/support/stdlib.ts"
  ],
  project: ["lib/**/*.ts", "loaders/**/*.ts", "src/**/*.{ts,md}", "tools/**/*.{ts,js}", "test/**/*.ts"],
  ignoreDependencies: [
    // Schemes of Framework's own, and what stands behind them.
    ...["npm", "observablehq", "@observablehq/inputs", "htl"],
    // Started or read by path; held at one version for those who import them.
    ...["@observablehq/framework", "apache-arrow", "vite"]
  ],
  // Checks the workflows where it is installed.
  ignoreBinaries: ["actionlint"],
  ignoreExportsUsedInFile: true,
  compilers: {md: importsOf}
} satisfies KnipConfig;
