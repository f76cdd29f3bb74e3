import {spawn} from "node:child_process";
import {existsSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Size} from "./matrix.js";

export interface NativeTask {
  ms: number;
  rows?: number;
  auc?: number;
  loss?: number;
  iterations?: number;
  best?: Record<string, number>;
}

interface NativeAnswer {
  absent?: string;
  versions: Record<string, string>;
  tasks: Record<string, NativeTask>;
}

/** XGBoost and scikit-learn on the same matrix. */
export interface Native {
  /** "xgboost 1.7.4, sklearn 1.2.1, numpy 1.24.2" */
  versions: string;
  /** Does a task once, in a process of its own; gives its figures. */
  run(task: "train" | "contribs" | "saga" | "grid", options?: object): Promise<Record<string, NativeTask>>;
}

const script = fileURLToPath(new URL("../native/churn.py", import.meta.url));
const pythons = ["/usr/bin/python3", "python3"];

const python = (): string => pythons.find((path) => existsSync(path)) ?? "python3";

function answerOf(job: string): Promise<NativeAnswer | {absent: string}> {
  const child = spawn(python(), [script, job], {stdio: ["ignore", "pipe", "pipe"]});
  let [out, problem] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (problem += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", () => resolve({absent: "python3"}));
    child.on("close", (code) => {
      if (code !== 0) reject(new Error(`churn.py ended with ${code}: ${problem}`));
      else resolve(JSON.parse(out) as NativeAnswer);
    });
  });
}

/** The native side on a matrix whose files lie in a directory; says which module is absent where one is. */
export async function nativeOn(directory: string, {name, rows, features}: Size): Promise<Native | string> {
  const job = {
    matrix: join(directory, `${name}.f32`),
    labels: join(directory, `${name}.u8`),
    rows,
    columns: features.length,
    runs: 1
  };
  const path = join(directory, `${name}.job.json`);
  const ask = (more: object) => {
    writeFileSync(path, JSON.stringify({...job, ...more}));
    return answerOf(path);
  };
  const first = await ask({tasks: []});
  if (first.absent !== undefined) return first.absent;
  const versions = "versions" in first ? first.versions : {};
  return {
    versions: Object.entries(versions)
      .map(([module, version]) => `${module} ${version}`)
      .join(", "),
    async run(task, options = {}) {
      const answer = await ask({tasks: [task], ...options});
      if (!("tasks" in answer)) throw new Error(`${answer.absent} has gone`);
      return answer.tasks;
    }
  };
}
