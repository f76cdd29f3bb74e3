import type {Feature} from "./catalogue.js";
import {features} from "./catalogue.js";

export const presets = ["brief", "leak-free", "forward"] as const;

/** Which features a model looks at, and how they may be read together with a label. */
export type Preset = (typeof presets)[number];

/** What to call a preset, and what it shows. */
export const presetTexts: {readonly [P in Preset]: {title: string; meaning: string}} = {
  brief: {
    title: "All 78",
    meaning: "Every feature, those included that the rule label is computed from."
  },
  "leak-free": {
    title: "Leak-free 57",
    meaning: "Without what goes into the rule label or pins the date and number of orders."
  },
  forward: {
    title: "Forward 78",
    meaning: "Every feature, with the city's rate taken from an earlier window: for a forward label."
  }
};

/**
 * The features of a preset, in the order of their numbers.
 * @example presetFeatures("leak-free").length => 57
 */
export const presetFeatures = (preset: Preset): readonly Feature[] =>
  preset === "leak-free" ? features.filter(({leak}) => leak === "safe" || leak === "fold") : features;
