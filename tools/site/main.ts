import {takeShop} from "../../loaders/takeShop.js";
import {takeSource} from "./takeSource.js";

const [command, ...given] = process.argv.slice(2);
const args = takeSource(given, process.env);
takeShop(process.env);

// What these load writes amounts in the currency that was taken before.
if (command === "build") process.exit(await (await import("./build.js")).build());
else if (command === "preview") process.exit(await (await import("./preview.js")).preview(args));
else if (command === "serve") {
  const code = await (await import("./build.js")).build();
  if (code !== 0) process.exit(code);
  const {serve} = await import("../serve.js");
  const site = await serve("dist", {port: Number(process.env.PORT ?? 4173)});
  console.log(`The built site is at ${site.url}`);
} else {
  console.error(`unknown command: ${command ?? "none"} (build, preview or serve)`);
  process.exit(1);
}
