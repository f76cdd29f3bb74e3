import type {Family} from "../learn/families.js";
import type {LabelName} from "../pipeline/question.js";

/** What a reader calls each family. */
export const familyNames: Record<Family, string> = {
  logistic: "Logistic regression",
  forest: "Random forest",
  boosting: "Gradient boosting",
  xgboost: "XGBoost-style boosting"
};

/** What each label predicts. */
export const labelTexts: Record<LabelName, string> = {
  forward: "Forward: does not order again within the horizon",
  recency: "Recency: last order longer ago than so many days",
  rule: "The brief’s rule: 180, 365 or 540 days",
  late: "Late delivery, at the time of purchase"
};
