import {build} from "esbuild";

/** The kernel that all modules share, in one file that imports nothing. */
export async function kernelText(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: ["lib/serve/kernel.ts"],
    ...{bundle: true, format: "esm", minify: true, write: false, platform: "neutral", target: "es2022"},
    legalComments: "none"
  });
  return outputFiles[0].text;
}
