import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {afterAll, beforeAll, expect, it} from "vitest";
import {modelModuleText} from "../../../lib/serve/moduleText.js";
import {kernelText} from "../../../tools/score/kernel.js";
import {madeUpCustomers, madeUpServed} from "../../lib/serve/support.js";

/** Where `npm install --prefix .vitrine/edge deno miniflare` puts what customers run on beside Node and browsers. */
const installed = resolve(".vitrine/edge/node_modules");
const deno = join(installed, ".bin/deno");
const miniflare = join(installed, "miniflare/dist/src/index.js");
if (!existsSync(deno) || !existsSync(miniflare))
  console.log("skipped: Deno or an edge worker's runtime is not installed (.vitrine/edge)");

const served = madeUpServed("logit");
const customers = madeUpCustomers(served.fields, 50);

let folder: string;
let inNode: {predictions: {probability: number}[]; batch: number[]; refused: string};
const files: Record<string, string> = {};
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "vitrine-elsewhere-"));
  files["kernel.js"] = await kernelText();
  files["churn/logit.js"] = modelModuleText(served, {kernel: "../kernel.js", about: "A model"});
  files["package.json"] = '{"type": "module"}';
  files["answer.js"] = `import {predict, predictBatch, fields} from "./churn/logit.js";
const customers = ${JSON.stringify(customers)};
let refused;
try { predict({}); } catch (error) { refused = error.name; }
export const answer = () => JSON.stringify({
  predictions: customers.map((one) => predict(one)),
  batch: Array.from(predictBatch(Object.fromEntries(fields.map(({name}) => [name, customers.map((one) => one[name])]))), (d) => d.probability ?? d),
  refused
});
`;
  files["main.js"] = 'import {answer} from "./answer.js"; console.log(answer());';
  files["worker.js"] =
    'import {answer} from "./answer.js"; export default {fetch: () => new Response(answer())};';
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  }
  const {answer} = (await import(pathToFileURL(join(folder, "answer.js")).href)) as {answer: () => string};
  inNode = JSON.parse(answer()) as typeof inNode;
});
afterAll(() => rmSync(folder, {recursive: true}));

const proved = (text: string) => {
  expect(inNode.predictions).toHaveLength(50);
  expect(inNode.refused).toBe("TypeError");
  expect(inNode.batch).toEqual(inNode.predictions.map(({probability}) => probability));
  // Engines differ in the last bit of Math.exp.
  const close = (value: unknown): unknown =>
    typeof value === "number"
      ? expect.closeTo(value, 12)
      : Array.isArray(value)
        ? value.map(close)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(Object.entries(value).map(([name, d]) => [name, close(d)]))
          : value;
  expect(JSON.parse(text)).toEqual(close(inNode));
};

it.skipIf(!existsSync(deno))("a published module predicts the same in Deno, without any permission", () => {
  proved(execFileSync(deno, ["run", "--no-prompt", join(folder, "main.js")], {encoding: "utf8"}));
});

it.skipIf(!existsSync(miniflare))("a published module predicts the same in an edge worker", async () => {
  const {Miniflare} = (await import(pathToFileURL(miniflare).href)) as {
    Miniflare: new (options: object) => {
      dispatchFetch(address: string): Promise<{text(): Promise<string>}>;
      dispose(): Promise<void>;
    };
  };
  const paths = ["worker.js", "answer.js", "churn/logit.js", "kernel.js"];
  const worker = new Miniflare({
    modulesRoot: folder,
    compatibilityDate: "2026-01-01",
    modules: paths.map((path) => ({type: "ESModule", path: join(folder, path), contents: files[path]}))
  });
  try {
    proved(await (await worker.dispatchFetch("http://shop.test/")).text());
  } finally {
    await worker.dispose();
  }
});
