// Installs the locked dependencies where they are missing or older than the lockfile. Node's own modules only.
import {spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Vitrine needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** What the lockfile asks for and node_modules records, without the entries that only other machines need. */
function versions(file) {
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

const wanted = versions("package-lock.json");
const present = versions("node_modules/.package-lock.json");
const missing = Object.keys(wanted).filter(
  (path) => path && !wanted[path].optional && present[path]?.version !== wanted[path].version
);

if (missing.length > 0) {
  console.error(`Installing the locked dependencies (${missing.length} are missing) ...`);
  const {status} = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    stdio: "ignore",
    shell: process.platform === "win32"
  });
  if (status !== 0) {
    console.error("The locked dependencies could not be installed: run `npm ci` to see why.");
    process.exit(status ?? 1);
  }
}
