import type {MonitorReport} from "../../../lib/monitor/report.js";
import type {NoReport} from "../../../lib/monitor/reportText.js";
import type {Result} from "../../../lib/result.js";
import {fail, ok} from "../../../lib/result.js";
import {atWork} from "../../atWork.js";
import {ownInUse} from "../../own/record.js";
import {publishedAddress, publishedIndex, textAt} from "../../publishedFiles.js";

const unbuilt =
  "There is no monitor's report here: build the site with npm run build, or write one with npm run monitor.";
const ofOwn =
  "A tab does not make the monitor's report, which compares every month's customers with what a model learnt from: whether your own data can be predicted is on Train and compare models, and what is wrong with your files on Data quality. A site that is built from your files has the report.";

/** The report that the site was built with; a sentence where there is none. */
export const monitorReport = (): Promise<Result<MonitorReport>> => atWork(read());

async function read(): Promise<Result<MonitorReport>> {
  const found = await publishedIndex();
  const file = found?.index.monitor;
  if (!found || !file) return fail("unbuilt", ownInUse() ? ofOwn : unbuilt);
  const report = JSON.parse(await textAt(publishedAddress(file, found.base))) as MonitorReport | NoReport;
  return "missing" in report ? fail("missing", report.missing) : ok(report);
}
