import {readFileSync} from "node:fs";
import {referenceDir} from "../../../support/paths.js";

/** A node as XGBoost dumps it to JSON. */
export interface DumpedNode {
  nodeid: number;
  split?: string;
  split_condition?: number;
  yes?: number;
  no?: number;
  missing?: number;
  gain?: number;
  cover: number;
  leaf?: number;
  children?: DumpedNode[];
}

export interface XgboostCase {
  params: {max_depth: number; eta: number; alpha: number; lambda: number; scale_pos_weight?: number};
  rounds: number;
  logloss: number[];
  auc_last: number;
  proba_first10: number[];
  margin_first3: number[];
  /** XGBoost's total_gain. */
  gain: Record<string, number>;
  weight: Record<string, number>;
  model_dump: DumpedNode[];
}

interface SklearnNode {
  feature: number;
  threshold: number;
  left: number;
  right: number;
  n: number;
  impurity: number;
  value: [number, number];
}

interface Models {
  xgb_seed_exact: XgboostCase;
  xgb_plain_exact: XgboostCase;
  xgb_seed_hist: XgboostCase;
  "gb_lr0.03_d3_n100": {
    train_deviance: number[];
    log_loss: number;
    roc_auc: number;
    proba_first10: number[];
    feature_importances: number[];
  };
  tree_d4_leaf50_gini: {nodes: SklearnNode[]; importances: number[]};
  rf_d4_leaf50_n100: {oob_auc_band: [number, number]; oob_acc_band: [number, number]};
}

const directory = `${referenceDir}/ml`;

const lines = readFileSync(`${directory}/breast_cancer.csv`, "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(","));
const rows = lines.slice(1).map((line) => line.map(Number));

/** 569 tumours by 30 measures, label 1 = benign (UCI WDBC), and what XGBoost 1.7.4 and scikit-learn 1.2.1 make of them. */
export const features = (lines[0] ?? []).slice(0, 30);
export const labels = Uint8Array.from(rows, (row) => row[30]);
export const columns = features.map((_, j) => Float32Array.from(rows, (row) => row[j]));
export const {models} = JSON.parse(readFileSync(`${directory}/expected.json`, "utf8")) as {models: Models};
