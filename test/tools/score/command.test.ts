import {mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {toFile} from "../../../lib/model/file.js";
import {predictor} from "../../../lib/serve/predictor.js";
import {queryRows, withDatabase} from "../../../loaders/database.js";
import {quote} from "../../../lib/sql/expressions.js";
import {main} from "../../../tools/score/command.js";
import {madeUpCustomers, madeUpServed} from "../../lib/serve/support.js";

const served = madeUpServed("logit");
const names = served.fields.map(({name}) => name);
const customers = madeUpCustomers(served.fields, 5000);
const header = ["customer_key", ...names].join(",");
const lines = customers.map((one, i) =>
  JSON.stringify([i + 10, ...names.map((name) => one[name] ?? "")])
    .slice(1, -1)
    .replaceAll('""', "")
);

let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vitrine-score-"));
  writeFileSync(at("model.json"), toFile(served.model));
  writeFileSync(at("customers.csv"), [header, ...lines, ""].join("\n"));
});
afterAll(() => rmSync(folder, {recursive: true}));

/** Runs a command line: its exit code, and the last line that it printed. */
async function score(input: string, out: string, ...more: string[]) {
  const said: string[] = [];
  const files = ["--model", at("model.json"), "--input", at(input), "--out", at(out)];
  const code = await main([...files, ...more], (line) => said.push(line));
  return {code, said: said.at(-1) ?? ""};
}

const expected = () =>
  customers.map((customer) => {
    const one = predictor(served).predict(customer);
    if (!one.ok) throw new Error(one.message);
    return one.value.probability;
  });

it("scores CSV and Parquet into CSV and Parquet: in order, to the tab's own bits", async () => {
  expect(await score("customers.csv", "scores.parquet")).toMatchObject({code: 0});
  await withDatabase(async (connect) => {
    const connection = await connect();
    const rows = await queryRows<{customer_key: string; probability: number}>(
      connection,
      `from ${quote(at("scores.parquet"))}`
    );
    expect(rows.map(({customer_key}) => Number(customer_key))).toEqual(customers.map((_, i) => i + 10));
    expect(rows.map(({probability}) => probability)).toEqual(expected());
    await connection.run(
      `copy (select * replace (case lower(bought_on_black_friday) when 'true' then 1 when 'false' then 0 else try_cast(bought_on_black_friday as double) end as bought_on_black_friday), 'note' as remark from read_csv(${quote(at("customers.csv"))})) to ${quote(at("customers.parquet"))} (format parquet)`
    );
  });
  expect(await score("customers.parquet", "scores.csv", "--keep", "remark")).toMatchObject({code: 0});
  const [first, ...found] = readFileSync(at("scores.csv"), "utf8").trimEnd().split("\n");
  expect(first).toBe("customer_key,remark,probability");
  expect(found).toEqual(expected().map((probability, i) => `${i + 10},note,${csvNumber(probability)}`));
});

/** As DuckDB writes a double. */
const csvNumber = (value: number) => String(value);

it("says with file, column and row what is wrong, and leaves nothing behind", async () => {
  const bad = [...lines];
  bad[4321] = bad[4321].replace(/^(\d+,[^,]*),[^,]*/, "$1,two");
  writeFileSync(at("bad.csv"), [header, ...bad].join("\n"));
  writeFileSync(at("strange.csv"), `${header},shoe_size\n${lines[0]},3`);
  writeFileSync(at("short.csv"), "customer_key,frequency\n1,2");
  writeFileSync(at("broken.parquet"), "this is no Parquet");
  const before = readdirSync(folder).sort();
  const cases: [string, string, string[], RegExp][] = [
    [
      "bad.csv",
      "out.csv",
      [],
      /bad\.csv, row 4322: “frequency” must be a whole number or null, not "two"\.$/
    ],
    [
      "strange.csv",
      "out.csv",
      [],
      /strange\.csv: “shoe_size” is no field of this model: leave it out, keep it with --keep/
    ],
    ["short.csv", "out.parquet", [], /short\.csv: “monetary_value” is missing/],
    ["broken.parquet", "out.csv", [], /broken\.parquet cannot be read as Parquet: /],
    ["absent.csv", "out.csv", [], /^There is no file .*absent\.csv/],
    ["customers.csv", "out.xlsx", [], /out\.xlsx must end in \.csv or \.parquet\.$/],
    ["customers.csv", "customers.csv", [], /is the input: name another file\.$/],
    ["customers.csv", "no/where.csv", [], /^There is no folder /],
    ["customers.csv", "out.csv", ["--keep", "age"], /has no column “age”, which --keep asks for\.$/]
  ];
  for (const [input, out, more, sentence] of cases) {
    const {code, said} = await score(input, out, ...more);
    expect(said).toMatch(sentence);
    expect(code).toBe(1);
  }
  expect(readdirSync(folder).sort()).toEqual(before);
});

it("says what is wrong with a command line or a model", async () => {
  const said: string[] = [];
  const run = (...args: string[]) => main(args, (line) => said.push(line));
  writeFileSync(at("no-model.json"), "[]");
  expect(await run()).toBe(1);
  expect(await run("--help")).toBe(0);
  expect(await run("--modle", "x")).toBe(1);
  expect(
    await run("--model", at("no-model.json"), "--input", at("customers.csv"), "--out", at("x.csv"))
  ).toBe(1);
  expect(said[0]).toMatch(/^Say what to score/);
  expect(said[1]).toMatch(/^npm run score/);
  expect(said[3]).toMatch(/no-model\.json: “file” must be an object, not a list\.$/);
});
