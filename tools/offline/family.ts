import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join, relative} from "node:path/posix";
import {build as esbuild} from "esbuild";
import {installed} from "./packages.js";

/** The packages of a scope that the project itself asks for. */
function asked(scope: string): string[] {
  const {dependencies} = JSON.parse(readFileSync("package.json", "utf8")) as {
    dependencies: Record<string, string>;
  };
  return Object.keys(dependencies).filter((name) => name.startsWith(`${scope}/`));
}

/** The name under which a package leaves the family's file. */
const exported = (name: string): string => name.replace(/\W+/g, "_");

async function bundleAll(names: readonly string[]): Promise<string> {
  const {outputFiles} = await esbuild({
    stdin: {
      contents: names.map((name) => `export {default as ${exported(name)}} from "${name}";`).join("\n"),
      resolveDir: process.cwd()
    },
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    write: false,
    legalComments: "none",
    logLevel: "silent",
    define: {"process.env.NODE_ENV": '"production"'}
  });
  return outputFiles[0].text;
}

function put(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, text);
}

/**
 * Puts a scope of CommonJS packages that are cut fine and lean on each other into Framework's cache as one file that
 * all of them share, and a line for each that the project imports. Framework, which makes a file of every package
 * that one leans on, hundreds here, then finds them made.
 *
 * @param scope such as `@stdlib`; the packages are those in package.json
 * @param cache where Framework keeps what bare imports resolve to
 */
export async function shareFamily(scope: string, cache = "src/.observablehq/cache/_node"): Promise<void> {
  const names = asked(scope);
  if (names.length === 0) return;
  const text = await bundleAll(names);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  const shared = `${scope}/shared@${hash}/index.js`;
  put(join(cache, shared), text);
  for (const name of names) {
    const own = `${name}@${installed(name)[0].version}/index.js`;
    const from = relative(dirname(own), shared);
    put(join(cache, own), `export {${exported(name)} as default} from "${from}";\n`);
  }
}
