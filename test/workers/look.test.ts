import {BlobWriter, TextReader, ZipWriter} from "@zip.js/zip.js";
import {describe, expect, it} from "vitest";
import {roomFor} from "../../lib/source/room.js";
import {look} from "../../src/workers/own/look.js";
import {weigh} from "../../src/workers/own/weigh.js";

const table = "customer,date,amount\na,2011-03-04,1.00\n";
const file = (name: string, ...content: BlobPart[]) => ({name, blob: new Blob(content)});

async function zip(name: string, files: Readonly<Record<string, string>>) {
  const writer = new ZipWriter(new BlobWriter(), {useWebWorkers: false});
  for (const [inner, text] of Object.entries(files)) await writer.add(inner, new TextReader(text));
  return {name, blob: await writer.close()};
}

const message = async (...files: {name: string; blob: Blob}[]) => {
  const looked = await look(files, {}, false);
  return looked.ok ? "" : looked.message;
};

describe("what a reader chose", () => {
  it("is one table with its first rows, alone or in a zip beside a note", async () => {
    const preview = {header: ["customer", "date", "amount"], rows: [["a", "2011-03-04", "1.00"]]};
    for (const chosen of [
      file("orders.csv", table),
      await zip("orders.zip", {"export/orders.csv": table, "README.txt": "what this is"})
    ]) {
      const looked = await look([chosen], {}, false);
      expect(looked).toMatchObject({ok: true, value: {files: [{name: "orders.csv"}], preview}});
    }
  });

  it("is several files without a look at their rows", async () => {
    const looked = await look([file("olist_orders_dataset.csv", "x\n"), file("b.csv", "y\n")], {}, false);
    expect(looked.ok && looked.value.preview).toBeUndefined();
    expect(looked.ok && looked.value.files.length).toBe(2);
  });

  it("is named where it is no table", async () => {
    expect(await message(file("a.xlsx", "PK\x03\x04....xl/"))).toBe(
      "a.xlsx is an Excel workbook: export the sheet as CSV."
    );
    expect(await message(file("a.dat", "something"))).toMatch(
      /^a.dat is no CSV, no Parquet file and no zip: /
    );
    expect(await message(file("a.pdf", ""))).toBe("a.pdf is empty: export it again.");
    expect(await message(file("a.csv", ""))).toBe("a.csv is empty: export it again.");
    expect(await message(await zip("a.zip", {"a.json": "{}"}))).toBe(
      "a.zip holds no table: put CSV or Parquet files into it."
    );
    expect(await message()).toContain("no file");
  });

  it("is weighed unpacked, before it is unpacked", async () => {
    const big = await zip("a.zip", {"a.csv": "0".repeat(5_000_000), "picture.png": "1".repeat(900)});
    expect(big.blob.size).toBeLessThan(50_000);
    expect(await weigh([big, file("b.csv", "12345")])).toEqual({
      bytes: 5_000_005,
      names: ["a.csv", "b.csv"]
    });
  });

  it("that may not fit is read only where a reader goes on", async () => {
    const chosen = [file("orders.csv", table)];
    const room = {memory: 100};
    expect(await look(chosen, room, false)).toMatchObject({ok: false, code: "doubtful"});
    expect(await look(chosen, room, true)).toMatchObject({ok: true});
  });
});

describe("the room of a tab", () => {
  it("is enough for the published files, doubted by memory, addresses or storage, and refused beyond DuckDB's", () => {
    expect(roomFor(126e6, {memory: 2e9, storage: 1e9})).toBeUndefined();
    expect(roomFor(715e6, {memory: 8e9})).toBeUndefined();
    expect(roomFor(126e6, {memory: 1e9})?.sentence).toContain("this machine has about 1,000 MB");
    expect(roomFor(715e6, {memory: 4e9})?.sentence).toContain("may ask for 3,003 MB of memory");
    expect(roomFor(1.2e9, {memory: 64e9})).toMatchObject({certain: false});
    expect(roomFor(126e6, {storage: 10e6})?.sentence).toContain("lets the site keep");
    expect(roomFor(2e9, {memory: 64e9})).toMatchObject({certain: true});
    expect(roomFor(2e9, {})?.sentence).toContain("npm start -- --source");
  });

  it("is as large as the peaks that were measured, and not half as much more", () => {
    const peaks = [
      {kind: "files", megabytes: 32.4, peak: 600},
      {kind: "files", megabytes: 126.2, peak: 853},
      {kind: "files", megabytes: 130.9, peak: 869},
      {kind: "files", megabytes: 260.6, peak: 1281},
      {kind: "files", megabytes: 714.7, peak: 2903},
      {kind: "transactions", megabytes: 42.1, peak: 1450},
      {kind: "transactions", megabytes: 140.3, peak: 3753}
    ] as const;
    const asked = ({kind, megabytes}: (typeof peaks)[number]) => {
      const sentence = roomFor(megabytes * 1e6, {memory: 1}, kind)?.sentence ?? "";
      return Number(/ask for ([\d,]+) MB/.exec(sentence)?.[1].replaceAll(",", ""));
    };
    for (const point of peaks) expect(asked(point)).toBeGreaterThanOrEqual(point.peak);
    for (const point of peaks) expect(asked(point)).toBeLessThan(1.5 * point.peak);
  });
});
