import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {decodeText} from "../../../lib/reading/decodeText.js";
import {firstRecord, firstRecords, preambleOf, withoutEndMark} from "../../../lib/reading/delimited.js";

const utf16 = (text: string, mark: boolean, swapped: boolean) => {
  const bytes = Buffer.from(`${mark ? "\ufeff" : ""}${text}`, "utf16le");
  return new Uint8Array(swapped ? bytes.swap16() : bytes);
};

describe("bytes of a text", () => {
  it("are read in any of the encodings of spreadsheets", () => {
    const text = "braço;resultado\ncontrole;1\nvariação;0\n";
    for (const bytes of [
      new Uint8Array(Buffer.from(text)),
      new Uint8Array(Buffer.from(`\ufeff${text}`)),
      new Uint8Array(Buffer.from(text, "latin1")),
      utf16(text, true, false),
      utf16(text, true, true),
      utf16(text, false, false),
      utf16(text, false, true)
    ])
      expect(decodeText(bytes)).toMatchObject({ok: true, value: {text}});
  });

  it("keep Windows' curly quotes", () => {
    expect(decodeText(Uint8Array.of(0x93, 0x61, 0x94))).toEqual({
      ok: true,
      value: {text: "“a”", encoding: "windows-1252"}
    });
  });

  it("are refused where they are binary or of two encodings", () => {
    expect(decodeText(Uint8Array.of(65, 0, 66, 67, 68)).ok).toBe(false);
    expect(decodeText(new Uint8Array([...Buffer.from("são são são"), 0xe3, 0x20])).ok).toBe(false);
  });

  it("come back as any text that was written as UTF-8", () => {
    fc.assert(
      fc.property(
        fc.string({unit: "grapheme"}).filter((text) => !/^\ufeff|\0/.test(text)),
        (text) => {
          expect(decodeText(new Uint8Array(Buffer.from(text)))).toMatchObject({ok: true, value: {text}});
        }
      )
    );
  });
});

describe("the beginning of a text", () => {
  it.each<[string, string, string, number]>([
    ["a header", "a,b\n", ",", 0],
    ["Excel's line", "sep=;\r\na;b\r\n", ";", 7],
    ["Excel's line, against the look of the header", "sep=;\na,b,c;d\n", ";", 6],
    ["blank lines", "\n \r\na\tb\n", "\t", 4],
    ["both", "\nsep=|\n\na|b", "|", 8],
    ["a quoted delimiter", '"a,b,c";d\n', ";", 0]
  ])("%s", (_, text, delimiter, skip) => {
    expect(preambleOf(text)).toMatchObject({delimiter, skip});
  });

  it("has records", () => {
    expect(firstRecord('"a",b\n1,2', ",")).toEqual(["a", "b"]);
    expect(firstRecord("", ",")).toEqual([""]);
    expect(firstRecords('"a",b\r\n\r\n"1\n,",2\n3,4', ",", 2)).toEqual([
      ["a", "b"],
      ["1\n,", "2"]
    ]);
  });

  it("has no end mark at its end", () => {
    expect(withoutEndMark("a,b\r\n\x1a")).toBe("a,b\r\n");
    expect(withoutEndMark("a,b\x1a\n")).toBe("a,b\n");
    expect(withoutEndMark("a\x1ab")).toBe("a\x1ab");
  });
});
