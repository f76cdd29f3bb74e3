import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {toXgboostJson} from "../../../lib/model/toXgboostJson.js";
import {pythonCall, sqlCall} from "../../../lib/serve/calls.js";
import {predictor} from "../../../lib/serve/predictor.js";
import {queryRows, withDatabase} from "../../../loaders/database.js";
import {madeUpCustomers, madeUpServed} from "./support.js";

const pythons = [".vitrine/venv/bin/python", "python3"];
const python = pythons.find((path) => spawnSync(path, ["-c", "import numpy, xgboost"]).status === 0);
if (!python) console.log("skipped: XGBoost is not installed (.vitrine/venv), so its call is not run");
const plain = pythons.find((path) => spawnSync(path, ["-c", ""]).status === 0);

const expected = (served: ReturnType<typeof madeUpServed>, customer: object) => {
  const one = predictor(served).predict(customer);
  if (!one.ok) throw new Error(one.message);
  return one.value.probability;
};

it.each(["linear", "logit", "mean"] as const)(
  "the SQL of a %s model gives the tab's number in DuckDB",
  async (kind) => {
    const served = madeUpServed(kind);
    await withDatabase(async (connect) => {
      const connection = await connect();
      for (const customer of madeUpCustomers(served.fields, 20)) {
        const [row] = await queryRows<{probability: number}>(
          connection,
          sqlCall(served.model, customer, served.fields)
        );
        expect(row.probability).toBeCloseTo(expected(served, customer), 12);
      }
    });
  }
);

function run(text: string, interpreter = ""): number {
  const ran = spawnSync(interpreter, ["-c", text], {encoding: "utf8"});
  expect(ran.stderr).toBe("");
  return Number(ran.stdout);
}

it.skipIf(!plain)("the Python of a logistic regression gives the tab's number", () => {
  const served = madeUpServed("linear");
  for (const customer of madeUpCustomers(served.fields, 4))
    expect(run(pythonCall(served.model, customer, served.fields, ""), plain)).toBeCloseTo(
      expected(served, customer),
      12
    );
});

it.skipIf(!python)("the Python of trees gives the tab's number, to 32 bits", () => {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-calls-"));
  try {
    for (const kind of ["logit", "mean"] as const) {
      const served = madeUpServed(kind);
      const {model} = served;
      if (model.kind !== "trees") throw new Error("no trees");
      const file = join(folder, `${kind}.json`);
      writeFileSync(file, toXgboostJson(model));
      const [customer] = madeUpCustomers(served.fields, 1, 4);
      expect(run(pythonCall(model, customer, served.fields, file), python)).toBeCloseTo(
        expected(served, customer),
        6
      );
    }
  } finally {
    rmSync(folder, {recursive: true});
  }
});
