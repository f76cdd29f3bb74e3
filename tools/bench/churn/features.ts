import {featureInputs} from "../../../lib/features/sql.js";
import {verdict} from "../measure.js";
import type {Bench} from "./browser.js";
import {middle, say, time} from "./parts.js";
import {cutoffs, horizon, withNativeFeatures} from "./shop.js";

/** The feature matrix at a new cutoff: DuckDB in the tab, up to the matrix, against native DuckDB into a table. */
export async function benchFeatures(bench: Bench, marts: string): Promise<void> {
  bench.share(marts);
  await bench.call("openShop", [...featureInputs]);
  await withNativeFeatures(marts, async (featuresAt) => {
    const times: {ours: number; theirs: number}[] = [];
    for (const cutoff of cutoffs) {
      const {ms} = await bench.call("features", cutoff, horizon);
      times.push({ours: ms, theirs: await featuresAt(cutoff)});
    }
    const [ours, theirs] = [middle(times, (run) => run.ours), middle(times, (run) => run.theirs)];
    const ratio = ours / theirs;
    say(
      `features at a new cutoff in the tab: ${time(ours)} against ${time(theirs)}, ratio ${ratio.toFixed(2)} ${verdict(ratio <= 4, 4)}`
    );
  });
}
