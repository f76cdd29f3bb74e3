// @vitest-environment jsdom
import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {wings} from "../../lib/pages.js";
import {formatState} from "../../lib/state/formatState.js";
import {parseState} from "../../lib/state/parseState.js";
import {upgradeState} from "../../lib/state/upgradeState.js";
import {declaredState} from "../support/pageState.js";

/** Addresses that readers may have kept, by the release that wrote them: none is ever taken out. */
const kept = JSON.parse(readFileSync("test/reference/addresses.json", "utf8")) as Record<
  string,
  Record<string, string[]>
>;
const pages = ["index", ...wings.flatMap(({pages}) => pages.map(({page}) => page))];

/** What pages take their bounds from, as the real files have it. */
const about = {
  source: "real",
  first_purchase: "2016-09-04T21:15:19",
  last_purchase: "2018-10-17T17:30:18",
  cutoff: "2018-08-30T00:00:00",
  marts: {customers: {rows: 96_096}},
  inputs: []
};
const given = {
  about,
  manifest: () => about,
  week: {ok: false},
  checks: ["ledger: all rows", "orders: primary key"]
};

const sorted = (search: string) => [...new URLSearchParams(search)].sort(([a], [b]) => a.localeCompare(b));

describe.each(Object.entries(kept))("an address of release %s", (_, addresses) => {
  it.each(Object.entries(addresses))(
    "of the page %s opens with all that it asks for",
    async (page, searches) => {
      expect(pages, "a page that moved keeps a redirect, one that goes needs a step").toContain(page);
      const spec = (await declaredState(page, given)) ?? {};
      for (const address of searches) {
        const upgraded = upgradeState(address.replace(/#.*/, ""), page);
        expect(upgraded.problems).toEqual([]);
        const {values, problems} = parseState(spec, upgraded.search);
        expect(problems).toEqual([]);
        expect(sorted(formatState(spec, values, ""))).toEqual(sorted(upgraded.search));
      }
    }
  );
});

it("no page of this release is without an address that is kept", () => {
  const known = new Set(Object.values(kept).flatMap((addresses) => Object.keys(addresses)));
  expect([...known].filter((page) => !pages.includes(page))).toEqual([]);
  expect(known.size).toBeGreaterThanOrEqual(26);
});
