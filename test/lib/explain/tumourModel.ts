import type {TreeModel} from "../../../lib/learn/trees/ensemble.js";
import type {DumpedNode, XgboostCase} from "../learn/trees/tumours.js";
import {models} from "../learn/trees/tumours.js";
import type {Written} from "./support.js";
import {modelOf} from "./support.js";

/** Ten trees of depth 3, boosted with exact cuts, and how XGBoost 1.7.4 explains them. */
interface Explained extends XgboostCase {
  contribs_first3: number[][];
  interactions_row0_nonzero: [number, number, number][];
  mean_abs_shap: number[];
}

export const explained = models.xgb_plain_exact as Explained;

/** The model in columns, as far as the dump's nine digits tell. */
export const tumourModel = (): TreeModel => modelOf(explained.model_dump.map(writtenOf), 30);

function writtenOf(node: DumpedNode): Written {
  if (!node.children) return {value: node.leaf ?? 0, cover: node.cover};
  const child = (id?: number) => writtenOf(node.children?.find(({nodeid}) => nodeid === id) as DumpedNode);
  return {
    feature: Number(node.split?.slice(1)),
    below: node.split_condition ?? 0,
    missingLeft: node.missing === node.yes,
    left: child(node.yes),
    right: child(node.no)
  };
}
