import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, describe, expect, test} from "vitest";
import {findSource, holdsFiles} from "../../../loaders/source/find.js";
import {shop, writeShop} from "./fixture.js";

describe("findSource", () => {
  const made: (() => void)[] = [];
  const root = (folder?: string, contents = {}) => {
    const {directory, remove} = writeShop(shop(), contents, folder);
    made.push(remove);
    return folder ? join(directory, "..") : directory;
  };

  afterEach(() => {
    for (const remove of made.splice(0)) remove();
  });

  test("takes the nine files of data", async () => {
    const project = root("data");
    const directory = join(project, "data");
    expect(await findSource(project, undefined)).toEqual({
      ok: true,
      value: {directory, said: `nine CSVs in ${directory}`}
    });
  });

  test("prefers OLIST_DIR", async () => {
    const directory = root();
    expect(await findSource(root("data"), directory)).toMatchObject({ok: true, value: {directory}});
  });

  test("finds none where data is missing or holds something else", async () => {
    const project = root();
    const directory = join(project, "data");
    const none = {ok: true, value: {directory: undefined, said: `no CSVs in ${directory}`}};
    expect(await findSource(project, "")).toEqual(none);
    mkdirSync(directory);
    writeFileSync(join(directory, "README.md"), "");
    expect(await findSource(project, undefined)).toEqual(none);
  });

  test("refuses a directory that holds only some of the nine", async () => {
    const project = root("data", {sellers: undefined, orders: undefined});
    const result = await findSource(project, undefined);
    expect(result).toMatchObject({ok: false, code: "missing-file"});
    expect(result.ok ? "" : result.message).toContain(
      "7 of the nine files, olist_sellers_dataset.csv, olist_orders_dataset.csv are missing"
    );
  });

  test("refuses an OLIST_DIR that is not there or holds none", async () => {
    const missing = await findSource("/", "/nowhere");
    expect(missing).toMatchObject({ok: false, code: "missing-directory"});
    const directory = root("inner");
    rmSync(join(directory, "inner"), {recursive: true});
    const empty = await findSource("/", directory);
    expect(empty).toMatchObject({ok: false, code: "missing-directory"});
    expect(empty.ok ? "" : empty.message).toContain("holds none of the nine CSVs");
  });

  test("says of no directory that it holds no files", async () => {
    expect(await holdsFiles("/nowhere")).toEqual({ok: true, value: false});
  });
});
