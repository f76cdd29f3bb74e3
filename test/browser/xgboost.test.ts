import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {labData} from "../../lib/lab/data.js";
import type {Lab} from "../../lib/lab/lab.js";
import type {PublishedTraining} from "../../lib/lab/published.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import {withDatabase} from "../../loaders/database.js";
import {viewMarts} from "../../loaders/views.js";

const pythons = [".vitrine/venv/bin/python", "python3"];
const python = pythons.find((path) => spawnSync(path, ["-c", "import numpy, xgboost"]).status === 0);
if (!python)
  console.log("skipped: XGBoost is not installed (.vitrine/venv), so nothing loads what is published");

const marts = ".vitrine/marts";
const folder = "dist/models/churn";

/** Scores all rows of a matrix with a published model. */
const script = `
import json, sys, numpy, xgboost
job = json.load(open(sys.argv[1]))
values = numpy.fromfile(job["values"], dtype="float32").reshape(job["columns"], job["rows"]).T
booster = xgboost.Booster()
booster.load_model(job["model"])
names = booster.feature_names
order = [job["names"].index(name) for name in names]
data = xgboost.DMatrix(values[:, order], missing=float("nan"), feature_names=names)
booster.predict(data).astype("float64").tofile(job["out"])
print(xgboost.__version__)
`;

it.skipIf(!python)("XGBoost loads the published models and gives everybody the published score", async () => {
  const {choice, models} = JSON.parse(
    readFileSync(join(folder, "training.json"), "utf8")
  ) as PublishedTraining;
  const temporary = mkdtempSync(join(tmpdir(), "vitrine-xgboost-"));
  try {
    await withDatabase(async (connect) => {
      const connection = await connect();
      await viewMarts(connection, marts);
      const columns = async (sql: string) => {
        const reader = await connection.runAndReadAll(sql);
        const found = reader.getColumnsJS();
        return Object.fromEntries(
          reader
            .columnNames()
            .map((name, i) => [
              name,
              found[i].map((value) => (typeof value === "bigint" ? Number(value) : value))
            ])
        );
      };
      const about = JSON.parse(readFileSync(join(marts, "manifest.json"), "utf8")) as Manifest;
      const lab = {columns, about: () => Promise.resolve(about)} as unknown as Lab;
      const data = await labData(lab, choice.question);
      if (!data.ok) throw new Error(data.message);
      const {columns: named, values, labels} = data.value.examples;
      const matrix = join(temporary, "values");
      writeFileSync(matrix, Buffer.concat(values.map((column) => Buffer.from(column.buffer.slice(0)))));
      let checked = 0;
      for (const {family, files} of models) {
        if (!files.xgboost) continue;
        const job = join(temporary, "job.json");
        const out = join(temporary, "out");
        writeFileSync(
          job,
          JSON.stringify({
            ...{values: matrix, columns: values.length, rows: labels.length, out},
            names: named.map(({name}) => name),
            model: join(folder, files.xgboost.path)
          })
        );
        const ran = spawnSync(python ?? "", ["-c", script, job], {encoding: "utf8"});
        expect(ran.stderr).not.toMatch(/Error/);
        const theirs = new Float64Array(readFileSync(out).buffer.slice(0));
        const people = await columns(`select probability from '${join(folder, files.people.path)}'`);
        const largest = theirs.reduce(
          (most, one, row) => Math.max(most, Math.abs(one - Number(people.probability[row]))),
          0
        );
        expect(theirs).toHaveLength(labels.length);
        expect(largest, `${family}, XGBoost ${ran.stdout.trim()}`).toBeLessThan(1e-6);
        checked++;
      }
      expect(checked).toBe(3);
    });
  } finally {
    rmSync(temporary, {recursive: true, force: true});
  }
});
