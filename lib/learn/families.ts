/** Elastic-net logistic regression, as scikit-learn's LogisticRegression(penalty="elasticnet"). */
export interface LogisticSpec {
  family: "logistic";
  C: number;
  l1Ratio: number;
}

/** A random forest, as scikit-learn's RandomForestClassifier(criterion="gini"). */
export interface ForestSpec {
  family: "forest";
  trees: number;
  maxDepth: number;
  minLeafRows: number;
  /** Share of the columns drawn for each node. */
  maxFeatures: number;
  /** Each tree sees a bootstrap sample; else all rows. */
  bootstrap: boolean;
}

/** Gradient boosting, as scikit-learn's GradientBoostingClassifier(loss="log_loss"). */
export interface BoostingSpec {
  family: "boosting";
  rounds: number;
  learningRate: number;
  maxDepth: number;
  minLeafRows: number;
  /** Share of the rows drawn, without replacement, for each tree. */
  subsample: number;
  maxFeatures: number;
}

/** Boosting as XGBoost's binary:logistic with tree_method="hist". */
export interface XgboostSpec {
  family: "xgboost";
  rounds: number;
  eta: number;
  maxDepth: number;
  alpha: number;
  lambda: number;
  gamma: number;
  minChildWeight: number;
  scalePosWeight: number;
  subsample: number;
  colsample: number;
  /** Probability before any tree. */
  baseScore: number;
  /** Stop after so many rounds without a better log loss on validation rows; 0 never stops early. */
  earlyStoppingRounds: number;
  maxBins: number;
}

export type ModelSpec = LogisticSpec | ForestSpec | BoostingSpec | XgboostSpec;
export type Family = ModelSpec["family"];
export type SpecOf<F extends Family> = Extract<ModelSpec, {family: F}>;

/** What is done about a rare class: nothing, weights n / (2 n_class), or synthetic rows in the training part only. */
export type Balance = "none" | "weights" | "smote" | "smotenc";

/** The brief's hyper-parameters. */
export const briefSpecs: {readonly [F in Family]: SpecOf<F>} = {
  logistic: {family: "logistic", C: 0.005, l1Ratio: 0.5},
  forest: {family: "forest", trees: 100, maxDepth: 4, minLeafRows: 50, maxFeatures: 0.3, bootstrap: true},
  boosting: {
    family: "boosting",
    rounds: 100,
    learningRate: 0.03,
    maxDepth: 3,
    minLeafRows: 50,
    subsample: 1,
    maxFeatures: 1
  },
  xgboost: {
    family: "xgboost",
    rounds: 300,
    eta: 0.02,
    maxDepth: 3,
    alpha: 5,
    lambda: 5,
    gamma: 0,
    minChildWeight: 1,
    scalePosWeight: 2.1,
    subsample: 1,
    colsample: 1,
    baseScore: 0.5,
    earlyStoppingRounds: 0,
    maxBins: 256
  }
};
