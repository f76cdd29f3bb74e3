/** A relation that was put into the generated data for models to find. */
export interface PlantedRelation {
  /** Short name. */
  name: string;
  cause: string;
  effect: string;
  /** Whether more of the cause means more or less of the effect. */
  direction: "more" | "less";
  /** What the strength is measured in, and its rough size. */
  measure: string;
  strength: number;
}

/**
 * The relations between causes and effects in generated data. Nothing else was planted: what a model finds beside
 * these (and what follows from them, as low scores of far states) is chance.
 */
export const plantedRelations: readonly PlantedRelation[] = [
  {
    name: "late-score",
    cause: "delivered after the promised day",
    effect: "review score",
    direction: "less",
    measure: "difference of mean scores",
    strength: -2
  },
  {
    name: "score-repeat",
    cause: "score of the first order (5 against 1 or 2)",
    effect: "ordering again on a later day",
    direction: "more",
    measure: "ratio of shares",
    strength: 2
  },
  {
    name: "category-repeat",
    cause: "category of the first order (bags, furniture, bed linen against electronics, watches)",
    effect: "ordering again",
    direction: "more",
    measure: "ratio of shares",
    strength: 2
  },
  {
    name: "distance-days",
    cause: "distance from seller to customer",
    effect: "days to delivery",
    direction: "more",
    measure: "correlation of logarithms",
    strength: 0.55
  },
  {
    name: "region-late",
    cause: "customer in the North-East (against São Paulo)",
    effect: "late delivery",
    direction: "more",
    measure: "ratio of shares",
    strength: 2.3
  },
  {
    name: "season-late",
    cause: "bought in November 2017, February or March 2018 (against other months)",
    effect: "late delivery",
    direction: "more",
    measure: "ratio of shares",
    strength: 3.2
  },
  {
    name: "promise-late",
    cause: "longer promised window than usual for state and month",
    effect: "late delivery",
    direction: "less",
    measure: "slope of ln(delivery time / window) on ln(window), within state and month",
    strength: -0.25
  },
  {
    name: "seller-late",
    cause: "one of the persistently late sellers (1 in 20)",
    effect: "late delivery",
    direction: "more",
    measure: "ratio of shares, the worst twentieth of sellers against the median one",
    strength: 3
  },
  {
    name: "value-installments",
    cause: "value of a card payment",
    effect: "installments",
    direction: "more",
    measure: "correlation of ranks",
    strength: 0.47
  },
  {
    name: "state-freight",
    cause: "customer in the North or North-East (against São Paulo)",
    effect: "freight of an item",
    direction: "more",
    measure: "ratio of means",
    strength: 2.1
  },
  {
    name: "weight-freight",
    cause: "weight of the product",
    effect: "freight of an item",
    direction: "more",
    measure: "correlation",
    strength: 0.6
  },
  {
    name: "basket-score",
    cause: "several items, and more so several sellers, in an order",
    effect: "review score",
    direction: "less",
    measure: "difference of mean scores",
    strength: -0.6
  }
];
