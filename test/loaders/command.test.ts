import {existsSync} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, expect, it, vi} from "vitest";
import {main, parseCommand} from "../../loaders/command.js";
import {askedMart} from "../../loaders/serve.js";

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "vitrine-command-"));
  vi.stubEnv("VITRINE_CACHE", scratch);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(scratch, {recursive: true, force: true});
});
afterEach(() => vi.restoreAllMocks());

/** Runs a command line: its exit code, and what it printed on both streams. */
async function command(...args: string[]) {
  const errors: string[] = [];
  const lines: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => errors.push(String(text)) > 0);
  const code = await main(args, (line) => lines.push(line));
  return {code, error: errors.join(""), output: lines.join("\n")};
}

it("reads all options of a command line", () => {
  const parsed = parseCommand(
    "--source /files --out /marts --only orders items --only daily,segments --cutoff 2018-01-01".split(" ")
  );
  expect(parsed).toEqual({
    ok: true,
    value: {
      source: {kind: "real", directory: "/files"},
      out: "/marts",
      only: ["orders", "daily", "segments", "items"],
      cutoff: "2018-01-01T00:00:00"
    }
  });
  expect(parseCommand("--synthetic --scale 0.5 --seed 3 --out /marts".split(" "))).toMatchObject({
    value: {source: {kind: "synthetic", scale: 0.5, seed: 3}}
  });
});

it.each([
  [["--out"], /out/],
  [["--nothing"], /--nothing/],
  [["--source", "x"], /^Say where to write the marts: --out DIR\./],
  [["--out", "x", "orders"], /^What is "orders"\? Names of marts follow --only\./],
  [["--out", "x", "--source", "y", "--synthetic"], /^Take either --source or --synthetic/],
  [["--out", "x", "--scale", "2"], /^--scale and --seed need --synthetic/],
  [["--out", "x", "--cutoff", "31/12/2017"], /^"31\/12\/2017" is no date/],
  [["--out", "x", "--cutoff", "2018-02-30"], /^"2018-02-30" is no date/]
])("answers %j with a sentence and exit code 2", async (args, sentence) => {
  const {code, error} = await command(...args);
  expect(code).toBe(2);
  expect(error).toMatch(sentence);
  expect(error.trim().split("\n")).toHaveLength(1);
});

it("lists the marts there are when one is unknown", async () => {
  const {code, error} = await command(
    "--synthetic",
    "--scale",
    "0.01",
    "--out",
    join(scratch, "x"),
    "--only",
    "sales"
  );
  expect(code).toBe(2);
  expect(error).toMatch(/^There is no mart "sales"; there are orders, .*, lateness\.\n$/);
});

it("says that a directory is missing, with exit code 1, and makes nothing", async () => {
  const out = join(scratch, "never");
  const {code, error} = await command("--source", join(scratch, "missing"), "--out", out);
  expect(code).toBe(1);
  expect(error).toContain(join(scratch, "missing"));
  expect(error.trim().split("\n")).toHaveLength(1);
  expect(existsSync(join(out, "manifest.json"))).toBe(false);
});

it("explains itself", async () => {
  const {code, output} = await command("--help");
  expect(code).toBe(0);
  for (const option of ["--source", "--out", "--only", "--cutoff", "--synthetic", "--scale", "--seed"])
    expect(output).toContain(option);
});

it("prints a line for each mart and one for all", async () => {
  const out = join(scratch, "some");
  const {code, output} = await command(
    ...["--synthetic", "--scale", "0.01", "--seed", "2", "--out", out, "--only", "orders", "daily"]
  );
  expect(code).toBe(0);
  expect(output).toMatch(/^orders +\d[\d,]* rows +\d+\.\d\d MB +\d+\.\d\d s$/m);
  expect(output).toMatch(/^2 marts, 0\.\d\d MB, in \d+\.\d\d s: /m);
  expect(existsSync(join(out, "daily.parquet"))).toBe(true);
});

it("takes the mart's name from a parameterised loader's arguments", () => {
  expect(askedMart(["--mart=orders"])).toBe("orders");
});
