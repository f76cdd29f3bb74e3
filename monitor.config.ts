import type {MonitorConfig} from "./lib/monitor/rules.js";

/** What the monitor raises an alarm for. A run ends with exit code 1 where a current alarm is an "error". */
export default {
  referenceMonths: 6,
  alpha: 0.05,
  rules: [
    // Distance of a column from the training window: standard deviations of a number, Jensen-Shannon of a category.
    {check: "feature-drift", threshold: 0.1, severity: "warning"},
    // The features' distances (each at most 1), weighed by their importance for the model.
    {check: "weighted-drift", threshold: 0.5, severity: "error"},
    {check: "weighted-drift", threshold: 0.2, severity: "warning"},
    // Rise of the share of missing values, in absolute terms.
    {check: "missing", threshold: 0.2, severity: "error"},
    {check: "missing", threshold: 0.05, severity: "warning"},
    // Share of the rows that have one value that the training window lacks.
    {check: "new-category", threshold: 0.01, severity: "warning"},
    // Share of a drifted number's values outside the training window's range.
    {check: "range", threshold: 0.02, severity: "warning"},
    // Distance of the scores of a month's buyers, in standard deviations.
    {check: "score-drift", threshold: 0.5, severity: "error"},
    {check: "score-drift", threshold: 0.2, severity: "warning"},
    // Relative change of the share who order again.
    {check: "label-drift", threshold: 0.25, severity: "warning"},
    // Fall of the ROC-AUC below that of held-out rows, where the interval is below it too.
    {check: "performance", threshold: 0.1, severity: "error"},
    {check: "performance", threshold: 0.03, severity: "warning"},
    // Predicted over observed share, less 1, where the observed one's interval leaves the predicted one out.
    {check: "calibration", threshold: 0.25, severity: "warning"},
    // Fall of the estimated ROC-AUC.
    {check: "estimate", threshold: 0.03, severity: "warning"},
    // Orders a day, as a multiple (or a fraction) of the last three months'.
    {check: "volume", threshold: 3, severity: "error"},
    {check: "volume", threshold: 1.5, severity: "warning"},
    // Days since the last order, and the longest time without one, in hours.
    {check: "freshness", threshold: 3, severity: "error"},
    {check: "gap", threshold: 48, severity: "warning"},
    // Rise of a fault's share above the last six months', in absolute terms.
    {check: "quality", threshold: 0.1, severity: "error"},
    {check: "quality", threshold: 0.02, severity: "warning"}
  ],
  expected: {
    days_since_first_purchase: "grows with the shop",
    customer_lifetime_days: "grows with the shop",
    avg_days_between_orders: "grows with the shop",
    std_days_between_orders: "grows with the shop",
    last_gap_days: "grows with the shop",
    zip3_customer_density: "grows with the shop",
    first_purchase_month_sin: "moves with the calendar",
    first_purchase_month_cos: "moves with the calendar",
    holiday_season_ratio: "moves with the calendar",
    bought_on_black_friday: "moves with the calendar",
    regional_seasonality: "moves with the calendar"
  }
} satisfies MonitorConfig;
