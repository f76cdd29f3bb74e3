import {serve} from "../serve.js";
import {build} from "./build.js";
import {preview} from "./preview.js";
import {takeSource} from "./takeSource.js";

const [command, ...given] = process.argv.slice(2);
const args = takeSource(given, process.env);

if (command === "build") process.exit(await build());
else if (command === "preview") process.exit(await preview(args));
else if (command === "serve") {
  const code = await build();
  if (code !== 0) process.exit(code);
  const site = await serve("dist", {port: Number(process.env.PORT ?? 4173)});
  console.log(`The built site is at ${site.url}`);
} else {
  console.error(`unknown command: ${command ?? "none"} (build, preview or serve)`);
  process.exit(1);
}
