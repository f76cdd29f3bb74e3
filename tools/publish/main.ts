import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {formatDecimal} from "../../lib/format.js";
import {assemble} from "./assemble.js";
import {smoke} from "./smoke.js";
import {checkWorkflows} from "./workflows.js";

const usage = `npm run smoke -- ADDRESS|FOLDER [--release ID] [--no-pages]
npm run assemble -- --current FOLDER [--kept FOLDER] [--keep 8] --out FOLDER`;

async function run([command, ...args]: readonly string[]): Promise<number> {
  if (command === "workflows") return checkWorkflows();
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      release: {type: "string"},
      "no-pages": {type: "boolean"},
      current: {type: "string"},
      kept: {type: "string"},
      keep: {type: "string"},
      out: {type: "string"}
    }
  });
  if (command === "smoke" && positionals.length === 1)
    return smoke(positionals[0], {release: values.release, pages: !values["no-pages"]});
  const keep = Number(values.keep ?? 8);
  if (command === "assemble" && values.current && values.out && Number.isInteger(keep) && keep > 0) {
    const kept = values.kept;
    const result = assemble({
      current: values.current,
      kept: kept && existsSync(kept) ? readdirSync(kept).map((name) => join(kept, name)) : [],
      out: values.out,
      keep
    });
    if (!result.ok) {
      console.error(result.message);
      return 1;
    }
    for (const {id, made, current, bytes} of result.value)
      console.log(
        `releases/${id}/ ${made} ${formatDecimal(Math.round(bytes / 1e5) / 10)} MB${current ? ", at the root as well" : ""}`
      );
    return 0;
  }
  console.error(usage);
  return 1;
}

process.exit(
  await run(process.argv.slice(2)).catch((error: unknown) => {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return 1;
  })
);
