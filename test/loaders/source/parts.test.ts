import {createHash} from "node:crypto";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import {encodingOf} from "../../../lib/source/encoding.js";
import {inspect} from "../../../lib/source/inspect.js";
import {quoted, refuse, rowCount} from "../../../lib/source/refusal.js";
import {rewritten} from "../../../lib/source/rewrite.js";
import {scan} from "../../../lib/source/scan.js";
import {quote} from "../../../lib/sql/expressions.js";
import {tables} from "../../../lib/source/tables.js";
import {copyOf, fileAt, tools} from "../../../loaders/source/folder.js";

const folder = mkdtempSync(join(tmpdir(), "vitrine-parts-"));
const path = join(folder, "a.csv");
const written = (content: string | Buffer) => {
  writeFileSync(path, content);
  return path;
};

afterAll(() => rmSync(folder, {recursive: true}));

describe("the tables", () => {
  test("are nine, of 52 columns", () => {
    expect(tables).toHaveLength(9);
    expect(tables.flatMap(({columns}) => columns)).toHaveLength(52);
  });
});

describe("the examples of the documentation", () => {
  test("hold", () => {
    expect(quoted("a\nb")).toBe('"a\\nb"');
    expect(rowCount(1)).toBe("1 row");
    expect(quote("d'or")).toBe("'d''or'");
    expect(refuse("empty-file", {file: "a.csv", problem: "is empty", repair: "download it again"})).toEqual({
      ok: false,
      code: "empty-file",
      message: "a.csv is empty: download it again."
    });
  });

  test("a long value is cut", () => expect(quoted("x".repeat(500))).toHaveLength(82));
});

describe("inspect", () => {
  test("tells bytes, SHA-256, encoding and the first NUL", async () => {
    const content = Buffer.from("a,b\n1,\0");
    expect(await inspect(fileAt(written(content)), tools)).toMatchObject({
      bytes: 7,
      sha256: createHash("sha256").update(content).digest("hex"),
      utf8: true,
      nulAt: 6
    });
  });

  test.each([0, 1, 2, 3])("knows characters that two reads share (shifted by %i)", async (shift) => {
    const text = "x".repeat(shift) + "é👍ã€".repeat(200_000);
    expect((await inspect(fileAt(written(text)), tools)).utf8).toBe(true);
  });

  test.each(["c3", "e282", "f09f91", "80", "ff", "c0af"])(
    "knows %s at the end is not UTF-8",
    async (bytes) => {
      expect(
        (await inspect(fileAt(written(Buffer.concat([Buffer.from("ok"), Buffer.from(bytes, "hex")]))), tools))
          .utf8
      ).toBe(false);
    }
  );
});

describe("scan", () => {
  const find = (text: string, width = 3) => scan(fileAt(written(text)), {delimiter: ",", width});

  test("finds nothing wrong in a well-formed file", async () => {
    expect(await find('a,b,c\n1,"x ""y""\r\n, z", "w" \r\n\n4,5,6,\n7,i"j,9')).toBeUndefined();
  });

  test("counts records, not lines", async () => {
    expect(await find('a,b,c\n1,"x\n\ny",3\n\n4,5\n7,8,9\n')).toMatchObject({
      kind: "fields",
      row: 2,
      fields: 2
    });
  });

  test("blames the row where a quote opens", async () => {
    expect(await find('a,b,c\n1,2,3\n4,"5,6\n7,"8",9\n')).toMatchObject({kind: "stray", row: 2});
    expect(await find('a,b,c\n1,2,3\n4,"5,6\n7,8,9\n')).toMatchObject({kind: "open", row: 2});
  });
});

describe("rewrite", () => {
  test("makes line feeds of all line ends, also where two reads meet, and removes its copy", async () => {
    const long = "x".repeat(65_535);
    const copy = await copyOf(
      "a.csv",
      rewritten(fileAt(written(`${long}\r\na\rb\nc\r`)), {encoding: "utf-8"})
    );
    expect(readFileSync(copy.path, "utf8")).toBe(`${long}\na\nb\nc\n`);
    await copy.discard();
    expect(() => readFileSync(copy.path)).toThrow();
  });

  test("leaves out what stands before the header and the end mark, and nothing else", async () => {
    const text = "sep=;\r\na;b\r\n1;\x1a é\r\n\x1a";
    for (const [encoding, bytes] of [
      ["utf-8", Buffer.from(`\ufeff${text}`)],
      ["windows-1252", Buffer.from(text, "latin1")],
      ["utf-16le", Buffer.from(`\ufeff${text}`, "utf16le")],
      ["utf-16be", Buffer.from(`\ufeff${text}`, "utf16le").swap16()]
    ] as const) {
      const copy = await copyOf("a.csv", rewritten(fileAt(written(bytes)), {encoding, skip: 7}));
      expect(readFileSync(copy.path, "utf8")).toBe("a;b\n1;\x1a é\n");
      await copy.discard();
    }
  });
});

describe("encodingOf", () => {
  const encoding = async (content: Buffer) =>
    encodingOf(fileAt(written(content)), await inspect(fileAt(path), tools));

  test("tells Latin-1 from a file that is partly UTF-8", async () => {
    expect(await encoding(Buffer.from("não é são", "latin1"))).toEqual({encoding: "windows-1252"});
    const mixed = Buffer.concat([Buffer.from("não é "), Buffer.from("ã,", "latin1")]);
    expect(await encoding(mixed)).toEqual({encoding: "mixed", at: 8});
  });
});
