import {spawn} from "node:child_process";
import {existsSync, readdirSync, utimesSync, watch} from "node:fs";
import {join} from "node:path";
import {freshness} from "../../loaders/build.js";
import {prepare} from "./build.js";
import {exitOf, observable} from "./observable.js";

/** Touches the loader entries, the only files whose age Framework compares with what they made. */
function touchLoaders(): void {
  const now = new Date();
  for (const file of readdirSync("src/data")) utimesSync(join("src/data", file), now, now);
}

/** Brings the marts up to date in a process of its own: this one holds the modules as they were when it started. */
const buildMarts = (): Promise<number> => {
  console.log("data/, loaders/ or lib/ changed: building the marts anew ...");
  return exitOf(
    spawn(process.execPath, ["--import", "tsx", "src/data/manifest.json.ts"], {
      stdio: ["ignore", "ignore", "inherit"]
    })
  );
};

/** Rebuilds the marts when data/, loaders/ or lib/ change; several changes in a row count as one. */
async function rebuildOnChange(): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let last = (await freshness()).fingerprint;
  const rebuild = async () => {
    const {fresh, fingerprint} = await freshness();
    if (fingerprint === last || (!fresh && (await buildMarts()) !== 0)) return;
    last = fingerprint;
    touchLoaders();
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
  await rebuildOnChange();
  const open = process.stdout.isTTY && !process.env.CI ? [] : ["--no-open"];
  const child = observable(["preview", ...open, ...args]);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => child.kill(signal));
  return exitOf(child);
}
