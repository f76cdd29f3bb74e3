import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

/** Where Python's packages may be; the first that has them answers. */
const pythons = [".vitrine/venv/bin/python", "/usr/bin/python3", "python3"];

/** A job for a script of tools/bench/native: what it is told, and the numbers it reads from files of raw values. */
export interface Job {
  script: string;
  told?: Record<string, unknown>;
  files: Record<string, Float32Array | Float64Array | Int32Array>;
  /** As many threads as there are cores unless told. */
  threads?: number;
}

/** What a script answers, run in a process of its own; or the name of what is not installed. */
export function ask<Answer extends object>({script, told, files, threads}: Job): Answer | string {
  const directory = mkdtempSync(join(tmpdir(), "vitrine-bench-"));
  try {
    const paths = Object.entries(files).map(([name, values]) => {
      const path = join(directory, name);
      writeFileSync(path, values);
      return [name, path];
    });
    const job = join(directory, "job.json");
    writeFileSync(job, JSON.stringify({...told, ...Object.fromEntries(paths)}));
    const at = fileURLToPath(new URL(`../native/${script}`, import.meta.url));
    const env = threads === undefined ? process.env : {...process.env, OMP_NUM_THREADS: String(threads)};
    let absent = "python3";
    for (const python of pythons.filter((path) => !path.includes("/") || existsSync(path))) {
      const ran = spawnSync(python, [at, job], {encoding: "utf8", env});
      if (ran.error) continue;
      if (ran.status !== 0) throw new Error(`${script} ended with ${ran.status}: ${ran.stderr}`);
      const answer = JSON.parse(ran.stdout) as Answer | {absent: string};
      if (!("absent" in answer)) return answer;
      ({absent} = answer);
    }
    return absent;
  } finally {
    rmSync(directory, {recursive: true});
  }
}

/** What to say of a side that is not installed. */
export const skipped = (packageName: string, absent: string): string =>
  `  skipped: ${packageName}, for ${absent} is not installed (.vitrine/venv, python3)`;
