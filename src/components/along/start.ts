import {atRest} from "./atRest.js";
import {missingChart} from "./missingChart.js";
import {offlineLine} from "./offlineLine.js";
import {saveCommand} from "./saveCommand.js";

/**
 * What every published page can do beside its own work: be saved, and be opened without a network. It comes after the
 * page has loaded, and what fetches comes after it is at rest.
 */
export async function start(root: string): Promise<void> {
  const {embed} = document.documentElement.dataset;
  if (embed !== undefined) return missingChart(embed);
  document.querySelector(".save-place")?.replaceChildren(saveCommand());
  const {connection} = navigator as Navigator & {connection?: {saveData?: boolean}};
  if (!("serviceWorker" in navigator) || connection?.saveData) return;
  await atRest();
  document.querySelector("#observablehq-footer")?.append(offlineLine(new URL("sw.js", root).href));
}

void start(new URL("../", import.meta.url).href);
