import {resolve} from "node:path";
import type {Plugin} from "esbuild";
import {build as esbuild} from "esbuild";
import type {Installed} from "./packages.js";
import {installed, isModule} from "./packages.js";

const nameOf = (specifier: string) => specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");

/** Leaves imports of other ES module packages standing, so that a page loads one copy of each. */
const shareModules = (self: Installed): Plugin => ({
  name: "share-modules",
  setup(build) {
    build.onResolve({filter: /^[^./]/}, ({path, kind}) => {
      const name = nameOf(path);
      if (kind === "entry-point" || name === self.name) return;
      const copies = installed(name);
      const found = copies.find(({directory}) => directory.startsWith(`${self.directory}/`)) ?? copies[0];
      if (!found || !isModule(found)) return;
      return {path: `/npm/${name}@${found.version}${path.slice(name.length)}/+esm`, external: true};
    });
  }
});

/** A package, or one file of it, as a browser module; ES modules that it shares with others stay imports. */
export async function bundle(found: Installed, path?: string): Promise<string> {
  const {outputFiles} = await esbuild({
    entryPoints: [path ? resolve(found.directory, path) : found.name],
    absWorkingDir: resolve(found.directory.slice(0, found.directory.lastIndexOf("node_modules/"))),
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    write: false,
    outdir: "unused",
    legalComments: "none",
    logLevel: "silent",
    mainFields: ["browser", "module", "main"],
    define: {"process.env.NODE_ENV": '"production"'},
    plugins: [shareModules(found)]
  });
  return outputFiles[0].text;
}
