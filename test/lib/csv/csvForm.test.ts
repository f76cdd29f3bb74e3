import {afterEach, expect, it, vi} from "vitest";
import {site} from "../../../vitrine.config.js";

afterEach(() => vi.doUnmock("../../../vitrine.config.js"));

it.each([
  ["en", ",", "."],
  ["pt-BR", ";", ","]
])("writes for Excel in %s with “%s” and “%s”", async (locale, separator, decimal) => {
  vi.resetModules();
  vi.doMock("../../../vitrine.config.js", () => ({site: {...site, locale}}));
  const {excelCsv} = await import("../../../lib/csv/csvForm.js");
  expect(excelCsv).toEqual({separator, decimal, mark: "\uFEFF", keepText: true});
});
