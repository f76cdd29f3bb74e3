import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";

/**
 * Settings of Spark's, as a command line gives them.
 * @example sparkSettings(["spark.sql.shuffle.partitions=4"])
 *   => {ok: true, value: {"spark.sql.shuffle.partitions": "4"}}
 */
export function sparkSettings(given: readonly string[] = []): Result<Readonly<Record<string, string>>> {
  const wrong = given.find((setting) => !/^spark\.[^=\s]+=/.test(setting));
  if (wrong !== undefined)
    return fail("usage", `"${wrong}" is no setting of Spark's: write --conf spark.NAME=VALUE.`);
  return ok(
    Object.fromEntries(
      given.map((setting) => [
        setting.slice(0, setting.indexOf("=")),
        setting.slice(setting.indexOf("=") + 1)
      ])
    )
  );
}
