import type {Duration} from "../../../lib/experiments/plan/duration.js";
import {durationOf} from "../../../lib/experiments/plan/duration.js";
import type {PlanMetric, PlanRequest, SampleSize} from "../../../lib/experiments/plan/planTest.js";
import {planTest} from "../../../lib/experiments/plan/planTest.js";
import {ratioPerUser, revenuePerUser} from "../../../lib/experiments/plan/spread.js";
import type {Result} from "../../../lib/result.js";
import {ok} from "../../../lib/result.js";
import type {PlanChoice} from "./parameters.js";

/** A plan with what was asked. */
export interface Planned {
  choice: PlanChoice;
  request: PlanRequest;
  /** The control's value: a share, or reais. */
  control: number;
  size: SampleSize;
  duration: Duration;
}

/** The metric that the reader's choices stand for. */
export function metricOf(choice: PlanChoice): Result<PlanMetric> {
  const {metric, baseline, buyers, mean, sd, per, perSd, correlation, formula} = choice;
  if (metric === "proportion") return ok({kind: "proportion", baseline: baseline / 100, formula});
  if (metric === "mean") return ok({kind: "mean", mean, sd, formula: "t"});
  const spread =
    metric === "revenue"
      ? revenuePerUser({buyers: buyers / 100, mean, sd})
      : ratioPerUser({numerator: {mean, sd}, denominator: {mean: per, sd: perSd}, correlation});
  return spread.ok ? ok({kind: "mean", ...spread.value, formula: "t"}) : spread;
}

/** The plan that the reader's choices ask for. */
export function planned(choice: PlanChoice): Result<Planned> {
  const metric = metricOf(choice);
  if (!metric.ok) return metric;
  const control = metric.value.kind === "proportion" ? metric.value.baseline : metric.value.mean;
  const unit = choice.as === "relative" ? control / 100 : choice.metric === "proportion" ? 0.01 : 1;
  const request: PlanRequest = {
    metric: metric.value,
    effect: choice.effect * unit,
    alpha: choice.alpha / 100,
    power: choice.power / 100,
    sides: choice.sides === "two-sided" ? 2 : 1,
    arms: choice.arms,
    ratio: choice.ratio,
    correction: choice.arms > 2 ? choice.correction : "none"
  };
  const size = planTest(request);
  if (!size.ok) return size;
  const duration = durationOf(size.value.total, choice.traffic, choice.share / 100);
  if (!duration.ok) return duration;
  return ok({choice, request, control, size: size.value, duration: duration.value});
}
