import {html} from "npm:htl";
import type {Feature} from "../../../lib/features/catalogue.js";
import type {FeatureParameters} from "../../../lib/features/sql.js";
import {pending} from "../../pending.js";
import type {Answer} from "./data.js";
import {distributionChart, featureCard, labelChart} from "./detail.js";
import type {FeatureValues} from "./shape.js";
import {featureSql} from "./sql.js";

interface Shown {
  moment: FeatureParameters;
  bins: "width" | "people";
}

/** One feature: what it is, how its values lie, and the share of each label among people with like values. */
export const oneFeature = (
  feature: Feature,
  values: Promise<Answer<FeatureValues>>,
  {moment, bins}: Shown
): HTMLElement => {
  const {horizon} = moment;
  return html`<div class="grid grid-cols-2">
    ${featureCard(feature, featureSql(moment, feature))}
    ${pending("feature-distribution", values, (known) => distributionChart(feature, known, bins))}
    ${pending("feature-rule", values, (known) => labelChart(feature, known, {label: "rule", horizon}))}
    ${pending("feature-forward", values, (known) => labelChart(feature, known, {label: "forward", horizon}))}
  </div>`;
};
