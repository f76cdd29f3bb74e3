/** What reviews judge. `wrongItem` is whether what came is what was ordered, whole. */
export const aspects = ["delivery", "product", "wrongItem", "service", "packaging", "price"] as const;

export type Aspect = (typeof aspects)[number];
