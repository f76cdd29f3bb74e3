import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {sizesOf} from "../../../tools/site/sizes.js";

it("sums the files of a folder and of those below by kind, the largest first", () => {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-sizes-"));
  mkdirSync(join(folder, "below"));
  const put = (name: string, megabytes: number) =>
    writeFileSync(join(folder, name), Buffer.alloc(megabytes * 1e6));
  put("a.js", 1);
  put("below/b.js", 2);
  put("c.wasm", 4);
  put("d.css", 0.1);
  put("e.html", 0.2);
  put("below/f.parquet", 0.5);
  expect(sizesOf(folder)).toBe("6 files, 7.8 MB (wasm 4 MB, js 3 MB, parquet 0.5 MB, other 0.3 MB)");
  rmSync(folder, {recursive: true});
});
