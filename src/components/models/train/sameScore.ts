import {formatCount, formatDecimal} from "../../../lib/format.js";
import {sameForAll} from "../../../lib/metrics/sameForAll.js";
import {familyNames} from "../../../lib/lab/names.js";
import type {LabModel} from "../../../lib/lab/train.js";

/** Whether a model gives everybody it is judged by the same score, in each of its parts: it tells nobody apart. */
export const givesSameScore = ({parts}: Pick<LabModel, "parts">): boolean =>
  parts.every(({probabilities}) => sameForAll(probabilities));

/** What keeps a model from telling rows apart, and what to change. */
function cause({fit: {spec, rows}}: LabModel): string {
  switch (spec.family) {
    case "logistic":
      return `at C = ${formatDecimal(spec.C)} its penalty sets every coefficient to 0: raise C`;
    case "forest":
    case "boosting":
      return `no split leaves ${formatCount(spec.minLeafRows)} of ${formatCount(rows.train)} rows on either side and gains by it: lower the rows in a leaf`;
    case "xgboost":
      return `no split gains enough at alpha = ${formatDecimal(spec.alpha)}, lambda = ${formatDecimal(spec.lambda)} and gamma = ${formatDecimal(spec.gamma)}: lower them`;
  }
}

/** Says of a model that gives everybody the same score that it does, why, and what to change. */
export const sameScoreSentence = (model: LabModel): string =>
  `${familyNames[model.family]} gives everybody the same score, as ${cause(model)}.`;
