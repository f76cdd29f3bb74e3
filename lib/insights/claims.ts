import {formatCount, formatShare} from "../format.js";
import type {ShopFacts} from "./facts.js";

/** How a figure is written. */
export type FigureKind = "count" | "share" | "money" | "number" | "months";

/** A headline figure of the brief, and what the data give. */
export interface Claim {
  claim: string;
  kind: FigureKind;
  stated: number;
  /** By the definition that the brief's words suggest; null where the files cannot give it. */
  found: number | null;
  definition: string;
  /** How far the figure may be off and still be the same, in its own unit: half of its last digit where it is plain. */
  tolerance: number;
  /** Another definition that comes nearer. */
  other?: {found: number; definition: string};
  note: string;
}

export const verdicts = [
  "holds",
  "holds by another definition",
  "does not hold",
  "cannot be computed"
] as const;
export type Verdict = (typeof verdicts)[number];

/** Whether a claim holds, by its numbers alone. */
export function verdictOf({stated, found, tolerance, other}: Claim): Verdict {
  if (found === null) return "cannot be computed";
  if (Math.abs(found - stated) <= tolerance) return "holds";
  return other && Math.abs(other.found - stated) <= tolerance
    ? "holds by another definition"
    : "does not hold";
}

/** What is known of the models of the page Train, where the site was built with them. */
export interface ModelFacts {
  /** By family: accuracy on rows held out. */
  accuracy: Readonly<Record<string, number>>;
  /** Days within which a customer orders again or does not. */
  horizon: number;
  /** Accuracy of always predicting the more common outcome on the same rows. */
  baseline: number;
  /** Share of all mean absolute SHAP values, by feature. */
  importance: Readonly<Record<string, number>>;
}

const accuracies = [
  ["XGBoost", "xgboost", 0.852],
  ["Random Forest", "forest", 0.827],
  ["Gradient Boosting", "boosting", 0.814],
  ["Logistic Regression", "logistic", 0.783]
] as const;

const importances = [
  ["Recency days", "recency_days", 0.312],
  ["Frequency", "frequency", 0.248],
  ["Monetary value", "monetary_value", 0.186],
  ["Customer lifetime days", "customer_lifetime_days", 0.124],
  ["Average days between orders", "avg_days_between_orders", 0.089]
] as const;

/** Every headline figure of the brief with what these data give for it. */
export function claimsOf(facts: ShopFacts, models: ModelFacts | null): Claim[] {
  const {delivered, rule, cut, state, monthOne, repeaters} = facts;
  const [ruleActive, cutActive] = [
    rule.people > 0 ? rule.active / rule.people : null,
    delivered.people > 0 ? cut.active / delivered.people : null
  ];
  const cutText = `active means a last delivered order at most ${cut.days} days before the last one of all: the closest of all whole days`;
  return [
    {
      ...{claim: "Customer transactions processed", kind: "count", stated: 2_000_000, tolerance: 50_000},
      ...{found: facts.fileRows, definition: "rows of all files together"},
      note: `There are ${formatCount(facts.orders)} orders; most rows are postal codes.`
    },
    {
      ...{claim: "Orders", kind: "count", stated: 100_000, tolerance: 5_000},
      ...{found: facts.orders, definition: "rows of the orders file"},
      note: ""
    },
    {
      ...{claim: "Customers", kind: "count", stated: 100_000, tolerance: 5_000},
      ...{found: facts.people, definition: "distinct customer_unique_id (one per person)"},
      note: "The file’s customer_id names an order, not a person: counted by it, nobody orders twice."
    },
    {
      ...{claim: "Order items", kind: "count", stated: 112_000, tolerance: 1_000},
      ...{found: facts.items, definition: "rows of the items file"},
      note: ""
    },
    {
      ...{claim: "Total revenue", kind: "money", stated: 1_320_000_000, tolerance: 5_000_000},
      ...{found: delivered.revenue, definition: "item prices of delivered orders"},
      note: "In Brazilian reais, not in dollars."
    },
    {
      ...{claim: "Average customer lifetime value", kind: "money", stated: 14_162, tolerance: 1},
      ...{found: facts.meanRevenue, definition: "delivered revenue per customer with a delivered order"},
      note: "The number is right, but it is past revenue per customer, not lifetime value."
    },
    {
      ...{claim: "Churn rate", kind: "share", stated: 0.522, tolerance: 0.0005},
      ...{
        found: ruleActive === null ? null : 1 - ruleActive,
        definition: "the brief’s own rule of 180, 365 and 540 days"
      },
      other: cutActive === null ? undefined : {found: 1 - cutActive, definition: cutText},
      note: "The documented rule and the reported rate do not match, and no whole number of days gives the rate exactly."
    },
    {
      ...{claim: "Active customers", kind: "count", stated: 44_602, tolerance: 0.5},
      ...{found: rule.active, definition: "the brief’s own rule of 180, 365 and 540 days"},
      other: {found: cut.active, definition: cutText},
      note: ""
    },
    {
      ...{claim: "Retention rate", kind: "share", stated: 0.478, tolerance: 0.0005},
      found: delivered.people > 0 ? repeaters / delivered.people : null,
      definition: "customers with several delivered orders",
      other:
        monthOne.observed > 0
          ? {
              found: monthOne.active / monthOne.observed,
              definition: "those count who order in the calendar month after their first order"
            }
          : undefined,
      note: "The brief’s retention rate is 100 % minus its churn rate."
    },
    {
      ...{claim: "São Paulo’s share of revenue", kind: "share", stated: 0.41, tolerance: 0.005},
      ...{
        found: state?.revenue ?? null,
        definition: `item prices of delivered orders sent to ${state?.name ?? "the largest state"}`
      },
      other: state
        ? {found: state.orders, definition: `orders sent to ${state.name} are counted`}
        : undefined,
      note: "Nearer to its share of orders than of revenue."
    },
    {
      ...{claim: "Revenue of the top 20 % of customers", kind: "share", stated: 0.68, tolerance: 0.005},
      ...{found: facts.topFifth, definition: "delivered revenue by customer"},
      note: facts.holders68 === null ? "" : `It takes the top ${formatShare(facts.holders68)} to bring 68 %.`
    },
    ...accuracies.map(([name, family, stated]): Claim => ({
      ...{claim: `Accuracy of ${name}`, kind: "share", stated, tolerance: 0.0005},
      found: models?.accuracy[family] ?? null,
      definition:
        "held-out customers, “does not order again within 180 days”, from what was known at the cutoff",
      note: models
        ? `Always predicting the commoner outcome is right in ${formatShare(models.baseline)}.`
        : "The site was built without models."
    })),
    ...importances.map(([name, feature, stated]): Claim => ({
      ...{claim: `Importance of ${name}`, kind: "number", stated, tolerance: 0.0005},
      found: models?.importance[feature] ?? null,
      definition: "share of all mean absolute SHAP values of the published XGBoost model",
      note: "The brief’s label is computed from recency, frequency and gap themselves, so that a model only finds the rule again."
    })),
    {
      ...{claim: "Recommendation hit rate", kind: "share", stated: 0.28, tolerance: 0.005},
      ...{found: null, definition: "no recommendation was ever shown to these customers"},
      note: `It could be tested on at most ${formatCount(repeaters)} customers with several delivered orders.`
    },
    {
      ...{claim: "Cross-sell revenue increase", kind: "share", stated: 0.28, tolerance: 0.005},
      ...{
        found: null,
        definition: "an increase needs a comparison: the files hold no campaign and no control group"
      },
      note: ""
    },
    {
      ...{claim: "Payback of the acquisition cost", kind: "months", stated: 3.2, tolerance: 0.05},
      ...{
        found: null,
        definition: "the files hold neither what it costs to win a customer nor what the goods cost"
      },
      note: "The page Cohorts and retention works it out from a cost and a margin that you set."
    }
  ];
}
