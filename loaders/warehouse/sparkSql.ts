import {spawn, spawnSync} from "node:child_process";
import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import {projectRoot} from "../origin.js";
import {faultSentence} from "./faultSentence.js";

/** The version that is tested. */
export const sparkVersion = "4.3.0";

export const sparkAdvice = `python3 -m venv .vitrine/spark && .vitrine/spark/bin/pip install pyspark==${sparkVersion}`;

type Environment = Readonly<Record<string, string | undefined>>;

/** The home of a Spark: SPARK_HOME, else what pip put into .vitrine/spark; undefined where there is none. */
export function sparkHome(environment: Environment, root = projectRoot): string | undefined {
  const libraries = join(root, ".vitrine", "spark", "lib");
  const installed = existsSync(libraries)
    ? readdirSync(libraries).map((python) => join(libraries, python, "site-packages", "pyspark"))
    : [];
  const homes = environment.SPARK_HOME ? [environment.SPARK_HOME] : installed;
  return homes.find((home) => existsSync(join(home, "bin", "spark-sql")));
}

/** Whether a program can be started. */
const runs = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;

const masters = /^(local(\[(\*|[1-9]\d*)(, ?\d+)?\])?|spark:\/\/[^\s:]+:\d+.*|k8s:\/\/\S+|yarn)$/;

export interface SparkJob {
  /** Path of the script. */
  script: string;
  /** Where Spark works: "local[2]", "spark://host:7077", "yarn". */
  master: string;
  /** A folder for what Spark keeps while it runs. */
  scratch: string;
  /** Settings, such as spark.sql.shuffle.partitions. */
  settings?: Readonly<Record<string, string>>;
  /** Memory of the driver, which in local mode is all there is: "4g". */
  memory?: string;
  environment?: Environment;
  root?: string;
}

/**
 * Runs a script by `spark-sql -f` and gives what it printed. Fails with a sentence where there is no Java or no Spark,
 * where the master is none, and where a statement fails, with what Spark said of it.
 */
export async function runSparkSql(job: SparkJob): Promise<Result<string>> {
  const {script, master, scratch, settings = {}, memory = "4g", environment = process.env, root} = job;
  if (!masters.test(master))
    return fail(
      "bad-master",
      `"${master}" is no master of Spark's: write local[2], spark://HOST:PORT, k8s://URL or yarn.`
    );
  const java = environment.JAVA_HOME ? join(environment.JAVA_HOME, "bin", "java") : "java";
  if (!runs(java, "-version"))
    return fail(
      "no-java",
      `Spark needs Java 17 or later, and ${java} cannot be started: install it or set JAVA_HOME.`
    );
  const home = sparkHome(environment, root);
  if (home === undefined)
    return fail(
      "no-spark",
      environment.SPARK_HOME
        ? `There is no bin/spark-sql in SPARK_HOME, ${environment.SPARK_HOME}.`
        : `Apache Spark is not installed: ${sparkAdvice}`
    );
  const all = {
    "spark.sql.catalogImplementation": "in-memory",
    "spark.sql.warehouse.dir": join(scratch, "warehouse"),
    "spark.local.dir": scratch,
    "spark.ui.enabled": "false",
    ...settings
  };
  const args = [
    ...["--master", master, "--driver-memory", memory],
    ...Object.entries(all).flatMap(([name, value]) => ["--conf", `${name}=${value}`]),
    ...["-f", script]
  ];
  return new Promise((resolve) => {
    const child = spawn(join(home, "bin", "spark-sql"), args, {
      cwd: scratch,
      env: {...environment, SPARK_HOME: home},
      stdio: ["ignore", "pipe", "pipe"]
    });
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => out.push(chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => err.push(chunk));
    child.on("error", ({message}) => resolve(fail("no-spark", `Spark cannot be started: ${message}.`)));
    child.on("close", (code) =>
      resolve(
        code === 0
          ? ok(out.join(""))
          : fail("spark-failed", faultSentence(`${err.join("")}\n${out.join("")}`))
      )
    );
  });
}
