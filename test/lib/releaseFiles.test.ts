import {describe, expect, it} from "vitest";
import {asksForOther, isPinned, pathBelow} from "../../lib/releaseFiles.js";

describe("the path of a file below a site's folder", () => {
  const below = (address: string) => pathBelow(address, "https://a.org/shop/");

  it("is what stands after it, whatever is asked for", () => {
    expect(below("https://a.org/shop/models/late.json?1a2b#x")).toBe("models/late.json");
    expect(below("https://a.org/shop/_npm/%40duckdb/a.js")).toBe("_npm/@duckdb/a.js");
    expect(below("https://a.org/shop/")).toBe("index.html");
    expect(below("https://a.org/shop/releases/")).toBe("releases/index.html");
  });

  it("is none elsewhere", () => {
    expect(below("https://a.org/other/index.html")).toBeUndefined();
    expect(below("https://b.org/shop/index.html")).toBeUndefined();
    expect(below("blob:https://a.org/1")).toBeUndefined();
    expect(below("https://a.org/shop/%E0%A4%A")).toBeUndefined();
  });
});

it.each([
  ["_file/data/orders.a62ae447.parquet", true],
  ["_npm/d3@7.9.0/80488f9b.js", true],
  ["_npm/@duckdb/duckdb-wasm@1.32.0/dist/duckdb-eh.wasm", true],
  ["_offline/along.cb33c3a5.js", true],
  ["models/late.json", false],
  ["index.html", false],
  ["_offline/icon-192.png", false]
])("whether %s never holds anything else: %s", (path, pinned) => {
  expect(isPinned(path)).toBe(pinned);
});

it("tells who asks for the content of another release", () => {
  const sha256 = `1a2b3c4d5e6f${"0".repeat(52)}`;
  expect(asksForOther("https://a.org/late.json?1a2b3c4d5e6f", sha256)).toBe(false);
  expect(asksForOther("https://a.org/late.json?000000000000", sha256)).toBe(true);
  expect(asksForOther("https://a.org/index.html?state=SP", sha256)).toBe(false);
});
