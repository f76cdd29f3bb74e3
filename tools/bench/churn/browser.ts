import type {Plugin} from "esbuild";
import {build} from "esbuild";
import {mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {mkdtemp} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {chromium} from "playwright-core";
import {compileKernels} from "../../../loaders/kernels.js";
import {serve} from "../../serve.js";
import {chromiumAdvice, chromiumFlags, findChromium} from "../../test/chromium.js";
import type {Matrix} from "./matrix.js";
import {rendererMemory} from "./memory.js";
import type {Tab} from "./tab/page.js";

/** A tab with the library's code in it, and a directory beside it whose files it can fetch. */
export interface Bench {
  directory: string;
  /** Writes the files of a matrix. */
  write(matrix: Matrix): void;
  /** Lets the tab fetch the marts in a directory. */
  share(marts: string): void;
  call<K extends keyof Tab>(name: K, ...args: Parameters<Tab[K]>): Promise<Awaited<ReturnType<Tab[K]>>>;
  /** Most memory that the tab's process ever had resident, in bytes; undefined where the system does not tell. */
  memory(): Promise<number | undefined>;
  close(): Promise<void>;
}

/** Files of npm packages that Framework would put on the site. */
const packageFiles = [
  "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js",
  "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm",
  "parquet-wasm/esm/parquet_wasm_bg.wasm"
];

/** What Framework does to the site's modules, as far as they are used here. */
const framework: Plugin = {
  name: "framework",
  setup(builder) {
    builder.onResolve({filter: /^observablehq:/}, ({path}) => ({path, namespace: "framework"}));
    builder.onLoad({filter: /.*/, namespace: "framework"}, () => ({
      contents: "export const FileAttachment = (name) => ({name});"
    }));
    builder.onLoad({filter: /src[/\\](components|workers)[/\\].*\.ts$/}, ({path}) => ({
      contents: readFileSync(path, "utf8").replace(
        /import\.meta\.resolve\("npm:((?:@[^/]+\/)?[^/@]+)(?:@[^/]+)?\/([^"]+)"\)/g,
        '(location.origin + "/npm/$1/$2")'
      ),
      loader: "ts"
    }));
  }
};

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

async function bundle(directory: string): Promise<void> {
  await build({
    entryPoints: {
      "tab/page": at("./tab/page.ts"),
      "tab/worker": at("./tab/worker.ts"),
      "workers/parquet.worker": at("../../../src/workers/parquet.worker.ts")
    },
    outdir: directory,
    bundle: true,
    format: "esm",
    minify: true,
    logLevel: "error",
    plugins: [framework]
  });
  writeFileSync(join(directory, "kernels.wasm"), await compileKernels());
  writeFileSync(
    join(directory, "index.html"),
    '<!doctype html><meta charset="utf-8"><title>Bench</title><script type="module" src="/tab/page.js"></script>'
  );
  for (const file of packageFiles) {
    const link = join(directory, "npm", file);
    mkdirSync(dirname(link), {recursive: true});
    symlinkSync(at(`../../../node_modules/${file}`), link);
  }
}

/** Bundles the tab's code, opens it in Chromium, and waits until it answers. */
export async function openBench(): Promise<Bench> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(chromiumAdvice);
  const directory = await mkdtemp(join(tmpdir(), "vitrine-bench-"));
  await bundle(directory);
  const site = await serve(directory);
  const browser = await chromium.launch({executablePath, args: chromiumFlags});
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.waitForFunction(() => "tab" in globalThis);
  return {
    directory,
    write({name, columns, labels}) {
      const parts = columns.map(({buffer, byteOffset, byteLength}) =>
        Buffer.from(buffer, byteOffset, byteLength)
      );
      writeFileSync(join(directory, `${name}.f32`), Buffer.concat(parts));
      writeFileSync(join(directory, `${name}.u8`), labels);
    },
    share(marts) {
      mkdirSync(join(directory, "marts"), {recursive: true});
      for (const file of readdirSync(marts).filter((name) => name.endsWith(".parquet")))
        symlinkSync(resolve(marts, file), join(directory, "marts", file));
    },
    call: (name, ...args) =>
      page.evaluate(
        ([method, given]) => {
          const {tab} = globalThis as unknown as {tab: Record<string, (...args: unknown[]) => unknown>};
          return tab[method](...given);
        },
        [name, args] as const
      ) as ReturnType<Bench["call"]> as never,
    memory: () => rendererMemory(browser),
    async close() {
      await browser.close();
      await site.close();
      rmSync(directory, {recursive: true, force: true});
    }
  };
}
