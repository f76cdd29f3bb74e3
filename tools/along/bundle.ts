import {build} from "esbuild";

/** A module of the project with all that it needs, as one script. */
export async function bundled(
  entry: string,
  {format, define}: {format: "esm" | "iife"; define?: Record<string, string>}
): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format,
    target: "es2022",
    define: {"process.env.NODE_ENV": '"production"', ...define},
    plugins: [
      {
        // Framework's way of naming packages.
        name: "npm",
        setup: (building) =>
          building.onResolve({filter: /^npm:/}, ({path, resolveDir, kind}) =>
            building.resolve(path.slice("npm:".length), {resolveDir, kind})
          )
      }
    ]
  });
  return outputFiles[0].text;
}
