import {defaultChoice} from "../../lib/lab/defaultChoice.js";
import type {Lab} from "../../lib/lab/lab.js";
import {alertsOf} from "../../lib/monitor/alerts.js";
import {watchedColumns} from "../../lib/monitor/columns.js";
import {judgedMonths} from "../../lib/monitor/judgedMonths.js";
import type {WatchedMonth} from "../../lib/monitor/months.js";
import {monthsBefore, watchedMonths} from "../../lib/monitor/months.js";
import type {MonitorReport} from "../../lib/monitor/report.js";
import type {MonitorConfig} from "../../lib/monitor/rules.js";
import {ruleProblem} from "../../lib/monitor/rules.js";
import type {ScoredMonth} from "../../lib/monitor/watchedModel.js";
import {watchedModel} from "../../lib/monitor/watchedModel.js";
import {latestAsof} from "../../lib/pipeline/question.js";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import type {NodeLab} from "../models/lab.js";
import {importanceOf, scoredMonth, trainWatched} from "./models.js";
import {countsApproved} from "./countsApproved.js";
import {readMonth} from "./months.js";

export interface MonitorOptions {
  /** The shop that models learn from. */
  lab: NodeLab;
  /** A delivery whose months are judged in place of the shop's own. */
  current?: Pick<Lab, "columns" | "about">;
  config: MonitorConfig;
  onProgress?: (line: string) => void;
}

const fewPeople = 100;

/**
 * Compares months with the training window of a model that learnt so long ago that what came after is known, and
 * follows that model and the published one. Fails, with a sentence, where the record is too short.
 */
export async function runMonitor({
  lab,
  current,
  config,
  onProgress
}: MonitorOptions): Promise<Result<MonitorReport>> {
  const problem = ruleProblem(config);
  if (problem) return fail("config", problem);
  const about = await lab.about();
  const choice = defaultChoice(about);
  const {asof: published, horizon} = choice.question;
  const earlier = latestAsof("forward", horizon, published);
  const begin = monthsBefore(earlier, config.referenceMonths);
  if (begin < about.first_purchase.slice(0, 10))
    return fail(
      "short",
      `The record begins on ${about.first_purchase.slice(0, 10)}, after ${begin}: a monitor needs two horizons of ${horizon} days and ${config.referenceMonths} reference months before them. Lower referenceMonths in monitor.config.ts or give a longer record.`
    );
  onProgress?.(`Training models as of ${earlier} and ${published}`);
  const old = await trainWatched(
    lab,
    {...choice, question: {...choice.question, asof: earlier, strict: countsApproved(about)}},
    "earlier"
  );
  if (!old.ok) return old;
  const newest = await trainWatched(lab, choice, "published");
  if (!newest.ok) return newest;
  const importance = await importanceOf(old.value);
  if (!importance.ok) return importance;
  const columns = watchedColumns(importance.value, config);

  const judged = current ? await current.about() : about;
  const reference = watchedMonths(begin, earlier);
  const own = watchedMonths(earlier, about.cutoff);
  const first = current && later(earlier, monthStart(judged.first_purchase));
  const coming = first ? watchedMonths(first, judged.cutoff) : own;
  if (coming.length === 0)
    return fail(
      "nothing-new",
      `The delivery has no month after ${earlier} of which it covers 20 days: give files with later orders.`
    );
  const watched: {from: Pick<Lab, "columns" | "about">; month: WatchedMonth}[] = [
    ...reference.map((month) => ({from: lab, month})),
    ...coming.map((month) => ({from: current ?? lab, month}))
  ];
  const months = [];
  const scored: {old: ScoredMonth; newest: ScoredMonth}[] = [];
  const reading = ({from, month}: (typeof watched)[number]) => {
    onProgress?.(`Reading ${month.month}`);
    return readMonth(from, month, columns, horizon);
  };
  // The database reads the next month while the models score this one.
  let next = reading(watched[0]);
  for (const i of watched.keys()) {
    const read = await next;
    if (!read.ok) return read;
    if (i + 1 < watched.length) next = reading(watched[i + 1]);
    months.push(read.value.data);
    const [one, other] = [old.value, newest.value].map((model) => scoredMonth(model, read.value, lab.module));
    scored.push({old: one, newest: other});
  }
  const buyers = months.slice(0, reference.length).reduce((sum, month) => sum + month.buyers, 0);
  if (buyers < fewPeople)
    return fail(
      "few",
      `Only ${buyers} people bought from ${begin} to ${earlier}: too few to compare months with.`
    );

  const oldWindows = scored.map((one) => one.old);
  const newWindows = scored.map((one) => one.newest);
  const before = newWindows.filter(({cutoff}) => cutoff <= published).slice(-config.referenceMonths);
  const models = [
    watchedModel({
      ...old.value.about,
      ...{
        horizon,
        reference: oldWindows.slice(0, reference.length),
        months: oldWindows.slice(reference.length)
      }
    }),
    watchedModel({
      ...newest.value.about,
      ...{horizon, reference: before, months: newWindows.filter(({cutoff}) => cutoff > published)}
    })
  ];
  const failed = models.find((model) => !model.ok);
  if (failed && !failed.ok) return failed;
  const report = {
    judged: current ? ("current" as const) : ("source" as const),
    horizon,
    columns,
    models: models.flatMap((model) => (model.ok ? [model.value] : [])),
    months: judgedMonths(months, columns, reference.length, config)
  };
  return ok({
    ...{format: "vitrine-monitor", version: 1, source: judged.source, end: judged.cutoff.slice(0, 10)},
    inputs: judged.inputs.map(({file, sha256}) => ({file, sha256})),
    reference: {from: begin, to: earlier, buyers},
    ...report,
    rules: config.rules,
    alerts: alertsOf(report, config)
  });
}

const later = (one: string, other: string) => (one > other ? one : other);
const monthStart = (time: string) => `${time.slice(0, 7)}-01`;
