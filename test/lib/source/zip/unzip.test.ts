import {BlobWriter, TextReader, ZipWriter} from "@zip.js/zip.js";
import {describe, expect, it} from "vitest";
import {gather} from "../../../../lib/source/zip/gather.js";
import {unzip, zipLimits} from "../../../../lib/source/zip/unzip.js";

const csv = (name: string) => name.endsWith(".csv");

/** A zip of files by their names. */
async function zipped(files: Readonly<Record<string, string>>, password?: string): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter(), {useWebWorkers: false, ...(password ? {password} : {})});
  for (const [name, text] of Object.entries(files)) await writer.add(name, new TextReader(text));
  return writer.close();
}

describe("a zip", () => {
  it("gives its tables at any depth by their names alone, and nothing else", async () => {
    const blob = await zipped({
      "shop/deep/a.csv": "x\n1\n",
      "b.csv": "y\n",
      "__MACOSX/._a.csv": "junk",
      "readme.md": "no"
    });
    const found = await unzip({name: "shop.zip", blob}, csv);
    expect(
      found.ok && (await Promise.all(found.value.map(async ({name, blob}) => [name, await blob.text()])))
    ).toEqual([
      ["a.csv", "x\n1\n"],
      ["b.csv", "y\n"]
    ]);
  });

  it("that is a bomb, is locked, is damaged or holds too many files is refused with what to do", async () => {
    const refusal = async (blob: Blob) => {
      const found = await unzip({name: "z.zip", blob}, csv);
      return found.ok ? "" : found.code;
    };
    expect(await refusal(await zipped({"a.csv": "0".repeat(40_000_000)}))).toBe("zip-bomb");
    expect(await refusal(await zipped({"a.csv": "x\n1\n"}, "secret"))).toBe("zip-locked");
    expect(await refusal(new Blob(["PK\x03\x04 not really"]))).toBe("zip-damaged");
    expect(await refusal(await zipped({"../../a.csv": "x\n"}))).toBe("zip-damaged");
    const many = Object.fromEntries(
      Array.from({length: zipLimits.entries + 1}, (_, at) => [`${at}.txt`, ""])
    );
    expect(await refusal(await zipped(many))).toBe("zip-entries");
  });

  it("with a file that another one has too is refused by its name", async () => {
    const blob = await zipped({"one/a.csv": "x\n", "two/a.csv": "x\n"});
    const found = await gather([{name: "z.zip", blob}]);
    expect(found).toMatchObject({ok: false, code: "same-name"});
  });
});
