import {spawn} from "node:child_process";
import {cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";

export interface ScratchSite {
  /** Where the site is built to. */
  dist: string;
  directory: string;
  /** Writes a file of the copy, such as `src/page.md`. */
  write(path: string, text: string): void;
  /** Takes a file of the copy away again. */
  remove(path: string): void;
  build(env?: Record<string, string>): Promise<{code: number; output: string}>;
  dispose(): void;
}

const linked = [
  "node_modules",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vitrine.config.ts",
  "monitor.config.ts"
];
const copied = ["tools", "lib", "loaders", "src/components", "src/workers", "src/data", "src/style.css"];

/** The packages that Framework keeps, with the stamp by which a build drops them where they are not those of the copy. */
const packages = ["_npm", "_node", "_observablehq", ".packages"].map(
  (name) => `src/.observablehq/cache/${name}`
);

/** A copy of the project with no pages, to build other pages with the same parts. */
export function scratchSite(): ScratchSite {
  const directory = mkdtempSync(join(tmpdir(), "vitrine-"));
  for (const name of linked) symlinkSync(resolve(name), join(directory, name));
  mkdirSync(join(directory, "src"));
  for (const name of [...copied, ...packages.filter((name) => existsSync(name))])
    cpSync(name, join(directory, name), {recursive: true});
  symlinkSync("../lib", join(directory, "src/lib"));
  symlinkSync("../vitrine.config.ts", join(directory, "src/vitrine.config.ts"));
  symlinkSync(resolve("observablehq.config.ts"), join(directory, "site.config.ts"));
  writeFileSync(
    join(directory, "observablehq.config.ts"),
    'import site from "./site.config.js"; export default {...site, pages: undefined};'
  );
  return {
    directory,
    dist: join(directory, "dist"),
    write(path, text) {
      mkdirSync(dirname(join(directory, path)), {recursive: true});
      writeFileSync(join(directory, path), text);
    },
    remove: (path) => rmSync(join(directory, path)),
    build: (env = {}) =>
      new Promise((done) => {
        const child = spawn(process.execPath, ["--import", "tsx", "tools/site/main.ts", "build"], {
          cwd: directory,
          env: {...process.env, VITRINE_MODELS: "off", ...env},
          stdio: ["ignore", "pipe", "pipe"]
        });
        let output = "";
        for (const stream of [child.stdout, child.stderr])
          stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
        child.once("close", (code) => done({code: code ?? 1, output}));
      }),
    dispose: () => rmSync(directory, {recursive: true, force: true})
  };
}
