import type {ColumnDrift} from "../drift/columnDrift.js";
import type {Interval} from "../metrics/percentileInterval.js";
import type {Performance} from "./estimate.js";
import type {HistoryCheck} from "./history.js";
import type {WatchedMonth} from "./months.js";
import type {Realised} from "./realised.js";
import type {CheckName, MonitorRule, Severity} from "./rules.js";

/** A column that is watched. */
export interface WatchedColumn {
  name: string;
  kind: "number" | "category";
  /** "feature" of the model, or "input" that features are made of. */
  of: "feature" | "input";
  /** Part of all features' mean absolute SHAP values in the earlier model; null of an input. */
  importance: number | null;
  /** Why its drift is expected and raises no alarm. */
  expected?: string;
}

/** How many ordered again, of the people of a day whom the model has not learnt from. */
export interface LabelDrift {
  rows: number;
  share: number;
  interval: Interval | null;
  /** The share among those that the model learnt from. */
  reference: number;
  p: number | null;
  /** Day on which the outcome was known. */
  knownAt: string;
}

/** How a model does on the people of a day whom it has not learnt from. */
export interface ModelWindow {
  month: string;
  cutoff: string;
  /** Scored, and among them those that the model has not learnt from, by whom it is judged. */
  people: number;
  unseen: number;
  /** Scores of the month's buyers against those of its reference months. */
  scores: ColumnDrift;
  estimated: Performance;
  /** Absent as long as the outcome is open. */
  realised?: Realised;
  label?: LabelDrift;
}

/** A model that is watched. */
export interface WatchedModel {
  /** "earlier": learnt so long ago that later outcomes are known; "published": the site's own. */
  name: "earlier" | "published";
  family: string;
  hash: string;
  /** Day whose customers it learnt from, and day on which their outcome was known. */
  asof: string;
  availableFrom: string;
  people: number;
  /** On rows held out of training: what later windows are compared with. */
  heldOut: Realised;
  windows: ModelWindow[];
}

export interface MonthReport extends WatchedMonth {
  /** People whose last order is of this month. */
  buyers: number;
  /** By the columns' order; null in the reference months. */
  columns: ColumnDrift[] | null;
  /** Drift x importance: the features' effects, weighed by importance; null in the reference months. */
  weighted: number | null;
  history: HistoryCheck[];
}

export interface Alert {
  check: CheckName;
  severity: Severity;
  month: string;
  /** ISO day from which on this could be told. */
  knownAt: string;
  /** What it is about: a column, a measure or a check by name. */
  subject: string;
  value: number;
  threshold: number;
  /** First month of an unbroken run of the same alert. */
  since: string;
  /** Whether it is about what a gate decides on: the newest month, or the newest outcome. */
  current: boolean;
  message: string;
}

/** The outcome of a run of the monitor. */
export interface MonitorReport {
  format: "vitrine-monitor";
  version: 1;
  source: "real" | "synthetic";
  /** Where the months judged came from. */
  judged: "source" | "current";
  /** ISO day after the last one looked at. */
  end: string;
  horizon: number;
  inputs: {file: string; sha256: string}[];
  reference: {from: string; to: string; buyers: number};
  columns: WatchedColumn[];
  models: WatchedModel[];
  months: MonthReport[];
  rules: readonly MonitorRule[];
  alerts: Alert[];
}
