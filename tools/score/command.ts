import {existsSync, readFileSync, renameSync, rmSync, statSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {parseArgs} from "node:util";
import {formatCount} from "../../lib/format.js";
import {fromFile} from "../../lib/model/file.js";
import {fileText} from "../../lib/model/fileText.js";
import type {TrainedModel} from "../../lib/model/model.js";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import {withDatabase} from "../../loaders/database.js";
import {scoreFile} from "./scoreFile.js";
import {formatOf} from "./source.js";

const help = `npm run score -- --model FILE --input FILE --out FILE [--keep COLUMN ...]

Scores customers with a model: the probability of label 1 for each row, in the order of the rows.

  --model FILE       a model of this site (models/churn/xgboost.model.json) or XGBoost's own JSON
  --input FILE       customers, .csv or .parquet: a column for each feature that the model looks at
  --out FILE         where to write, .csv or .parquet: the column probability, beside those that are kept
  --keep COLUMN ...  columns to keep; customer_key, customer_id and customer_unique_id always are
  --help             this text
`;

interface Asked {
  model: string;
  input: string;
  out: string;
  keep: string[];
}

function read(args: readonly string[]): Result<Asked | "help"> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        model: {type: "string"},
        input: {type: "string"},
        out: {type: "string"},
        keep: {type: "string", multiple: true},
        help: {type: "boolean", short: "h"}
      }
    });
  } catch (error) {
    return fail("usage", `${(error as Error).message.split(". ")[0]}. See --help.`);
  }
  const {values, positionals} = parsed;
  if (values.help) return ok("help");
  const {model, input, out, keep} = values;
  if (model === undefined || input === undefined || out === undefined)
    return fail(
      "usage",
      "Say what to score with which model, and where to: --model FILE --input FILE --out FILE."
    );
  if (positionals.length > 0 && !keep)
    return fail("usage", `What is "${positionals[0]}"? Names of columns follow --keep.`);
  return ok({
    model,
    input,
    out,
    keep: [...(keep ?? []), ...positionals].flatMap((names) => names.split(",")).filter(Boolean)
  });
}

function modelIn(path: string): Result<TrainedModel> {
  if (!existsSync(path)) return fail("model", `There is no file ${path}: give a model with --model.`);
  const text = fileText(readFileSync(path));
  const model = text.ok ? fromFile(text.value) : text;
  return model.ok ? ok(model.value.model) : fail(model.code, `${path}: ${model.message}`);
}

/** What is wrong with the names of files; undefined where nothing is. */
function misnamed({input, out}: Asked): string | undefined {
  if (!existsSync(input)) return `There is no file ${input}: give customers with --input.`;
  if (!statSync(input).isFile()) return `${input} is no file: give a .csv or .parquet with --input.`;
  for (const path of [input, out]) if (!formatOf(path)) return `${path} must end in .csv or .parquet.`;
  if (resolve(input) === resolve(out)) return `--out ${out} is the input: name another file.`;
  if (!existsSync(dirname(resolve(out))))
    return `There is no folder ${dirname(resolve(out))}: make it first.`;
  return undefined;
}

const reportMilliseconds = 2000;

/** Scores a file, and puts the scores where they are asked for once they are whole. */
async function score(
  asked: Asked,
  model: TrainedModel,
  print: (line: string) => void
): Promise<Result<number>> {
  const wrong = misnamed(asked);
  if (wrong !== undefined) return fail("file", wrong);
  const {input, out, keep} = asked;
  const aside = `${out}.${process.pid}.making`;
  const began = performance.now();
  let told = began;
  const onRows = (rows: number) => {
    const now = performance.now();
    if (now - told < reportMilliseconds) return;
    told = now;
    print(`${formatCount(rows)} rows, ${formatCount((1000 * rows) / (now - began))} a second`);
  };
  try {
    const done = await withDatabase(async (connect) => {
      const connection = await connect();
      await connection.run("set memory_limit = '1GB'");
      return scoreFile(connection, {
        model,
        input,
        out: aside,
        format: formatOf(out) ?? "csv",
        keep,
        onRows
      });
    });
    if (done.ok) renameSync(aside, out);
    return done;
  } finally {
    rmSync(aside, {force: true});
  }
}

/** Runs a command line; gives the exit code: 0 done, 1 with a sentence on what is wrong. */
export async function main(args: readonly string[], print: (line: string) => void): Promise<number> {
  const asked = read(args);
  if (!asked.ok) {
    print(asked.message);
    return 1;
  }
  if (asked.value === "help") {
    print(help);
    return 0;
  }
  const began = performance.now();
  const model = modelIn(asked.value.model);
  const done = model.ok ? await score(asked.value, model.value, print) : model;
  print(
    done.ok
      ? `Scored ${formatCount(done.value)} rows in ${formatCount((performance.now() - began) / 1000)} s: ${asked.value.out}`
      : done.message
  );
  return done.ok ? 0 : 1;
}
