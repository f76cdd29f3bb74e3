import type {MonitorReport} from "../../../lib/monitor/report.js";
import type {NoReport} from "../../../lib/monitor/reportText.js";
import type {Result} from "../../../lib/result.js";
import {fail, ok} from "../../../lib/result.js";
import {atWork} from "../../atWork.js";
import {publishedAddress, publishedIndex, textAt} from "../../publishedFiles.js";

const unbuilt =
  "There is no monitor's report here: build the site with npm run build, or write one with npm run monitor.";

/** The report that the site was built with; a sentence where there is none. */
export const monitorReport = (): Promise<Result<MonitorReport>> => atWork(read());

async function read(): Promise<Result<MonitorReport>> {
  const found = await publishedIndex();
  const file = found?.index.monitor;
  if (!found || !file) return fail("unbuilt", unbuilt);
  const report = JSON.parse(await textAt(publishedAddress(file, found.base))) as MonitorReport | NoReport;
  return "missing" in report ? fail("missing", report.missing) : ok(report);
}
