import {expect, it} from "vitest";
import {takeSource} from "../../tools/site/takeSource.js";

it("a command line's source and mapping go where the loaders read them, the rest is left", () => {
  const environment: Record<string, string | undefined> = {};
  const args = ["--source", "orders.csv", "--port", "3000", "--mapping", "mapping.json"];
  expect(takeSource(args, environment)).toEqual(["--port", "3000"]);
  expect(environment).toEqual({OLIST_DIR: "orders.csv", VITRINE_MAPPING: "mapping.json"});
});
