import {mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {BlobWriter, TextReader, ZipWriter} from "@zip.js/zip.js";
import {afterAll, describe, expect, test} from "vitest";
import {sourceAt} from "../../../loaders/origin.js";
import {stageSource} from "../../../loaders/source/stageSource.js";
import {shop, writeShop} from "./fixture.js";
import {ownDatabase} from "./refusals.js";

const connection = ownDatabase();
const folder = mkdtempSync(join(tmpdir(), "vitrine-zipped-"));
afterAll(() => rmSync(folder, {recursive: true}));

async function staged(files: Readonly<Record<string, string>>) {
  const writer = new ZipWriter(new BlobWriter(), {useWebWorkers: false});
  for (const [name, text] of Object.entries(files)) await writer.add(name, new TextReader(text));
  const path = join(folder, "shop.zip");
  writeFileSync(path, Buffer.from(await (await writer.close()).arrayBuffer()));
  const source = sourceAt(path);
  return stageSource(connection(), source, source.kind === "real" ? source.directory : "");
}

const unpackedNow = () => readdirSync(tmpdir()).filter((name) => name.startsWith("vitrine-zip-"));

describe("a zip beside the project is read as in the tab", () => {
  test("with the nine files in a folder of it, which stage as they do unpacked", async () => {
    const {directory, remove} = writeShop(shop());
    const names = readdirSync(directory).filter((name) => name.endsWith(".csv"));
    const files = names.map((name) => [`archive/${name}`, readFileSync(join(directory, name), "utf8")]);
    const before = unpackedNow();
    const [zipped, plain] = [
      await staged({...(Object.fromEntries(files) as Record<string, string>), "README.txt": "notes"}),
      await stageSource(connection(), {kind: "real", directory}, directory)
    ];
    expect(zipped.ok && zipped.value.files.length).toBe(9);
    expect(zipped).toEqual(plain);
    expect(unpackedNow()).toEqual(before);
    remove();
  });

  test("with one table of transactions", async () => {
    const result = await staged({
      "orders.csv": "customer,date,amount\na,2011-03-04,1.00\nb,2011-03-05,2.00\n"
    });
    const items = result.ok && result.value.files.find(({table}) => table === "items");
    expect(items).toMatchObject({file: "orders.csv", rows: 2, used: 2});
  });

  test("and refused where it holds no table, some of the nine, or is damaged", async () => {
    const message = async (files: Readonly<Record<string, string>>) => {
      const result = await staged(files);
      return result.ok ? "" : result.message;
    };
    expect(await message({"a.json": "{}"})).toBe(
      "shop.zip holds no table: put CSV or Parquet files into it."
    );
    expect(await message({"a.csv": "x\n", "b.csv": "x\n"})).toMatch(
      /^shop.zip holds none of the nine files.*: zip the nine files together/
    );
    const before = unpackedNow();
    writeFileSync(join(folder, "shop.zip"), "PK\x03\x04 not really");
    const source = sourceAt(join(folder, "shop.zip"));
    const damaged = await stageSource(connection(), source, folder);
    expect(damaged).toMatchObject({ok: false, code: "zip-damaged"});
    expect(unpackedNow()).toEqual(before);
  });
});
