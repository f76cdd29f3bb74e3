import {existsSync, readdirSync, utimesSync, watch} from "node:fs";
import {join} from "node:path";
import {ensureMarts} from "../../loaders/build.js";
import {prepare} from "./build.js";
import {exitOf, observable} from "./observable.js";

/** Touches the loader entries, the only files whose age Framework compares with what they made. */
function touchLoaders(): void {
  const now = new Date();
  for (const file of readdirSync("src/data")) utimesSync(join("src/data", file), now, now);
}

/** Rebuilds the marts when data/, loaders/ or lib/ change; several changes in a row count as one. */
function rebuildOnChange(): void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let last: string | undefined;
  const rebuild = async () => {
    const marts = await ensureMarts({onProgress: (line) => console.log(line)});
    if (!marts.ok) console.error(marts.message);
    else if (marts.value.fingerprint !== last) {
      last = marts.value.fingerprint;
      touchLoaders();
    }
  };
  for (const folder of ["data", "loaders", "lib"].filter((name) => existsSync(name)))
    watch(folder, {recursive: true}, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(rebuild).catch((error: unknown) => console.error(error));
      }, 300);
    });
}

/** Serves the site as it is edited. */
export async function preview(args: readonly string[]): Promise<number> {
  await prepare();
  rebuildOnChange();
  const open = process.stdout.isTTY && !process.env.CI ? [] : ["--no-open"];
  const child = observable(["preview", ...open, ...args]);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => child.kill(signal));
  return exitOf(child);
}
