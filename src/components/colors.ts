/** A colour as it is on a light and on a dark page. */
export interface Pair {
  light: string;
  dark: string;
}

/** Eight hues, at least .085 apart in OKLab to full, red-, green- and blue-blind eyes, and 3 : 1 against the page. */
const hues = {
  indigo: {light: "#1b1da0", dark: "#6370da"},
  teal: {light: "#079d81", dark: "#32f6c8"},
  green: {light: "#047e57", dark: "#9ae67a"},
  gold: {light: "#a08911", dark: "#dab400"},
  orange: {light: "#bd3b19", dark: "#c25016"},
  red: {light: "#900d15", dark: "#fc798e"},
  violet: {light: "#7f41c9", dark: "#9d89f8"},
  plum: {light: "#9e328c", dark: "#a94b9e"}
} as const satisfies Record<string, Pair>;

/** Every colour of the site by the name of its CSS variable, less the leading dashes. */
export const palette: Readonly<Record<string, Pair>> = {
  ...hues,
  accent: {light: "#2f5bb7", dark: "#84a9f7"},
  good: {light: "#1857b8", dark: "#7fb2ff"},
  bad: {light: "#a63c06", dark: "#ff9d5c"},
  other: {light: "#5c616b", dark: "#9a9da3"},
  page: {light: "#f6f6f6", dark: "#161616"},
  card: {light: "#ffffff", dark: "#1e1e1d"},
  ink: {light: "#1b1e23", dark: "#dfdfd6"},
  muted: {light: "#565b64", dark: "#a9a9a3"},
  line: {light: "#c9ccd1", dark: "#47474a"},
  "step-0": {light: "#e9eaec", dark: "#2b2b2c"},
  "step-1": {light: "#d5e3f7", dark: "#1d3557"},
  "step-2": {light: "#a9c7ef", dark: "#2a5290"},
  "step-3": {light: "#6fa0e0", dark: "#4f83d1"},
  "step-4": {light: "#2f62b5", dark: "#86b1f2"},
  "step-5": {light: "#12326b", dark: "#c7dcfd"},
  "on-step-0": {light: "#565b64", dark: "#a9a9a3"},
  "on-step-1": {light: "#1b1e23", dark: "#dfdfd6"},
  "on-step-2": {light: "#1b1e23", dark: "#ffffff"},
  "on-step-3": {light: "#1b1e23", dark: "#101214"},
  "on-step-4": {light: "#ffffff", dark: "#101214"},
  "on-step-5": {light: "#ffffff", dark: "#101214"}
};

/** A colour that follows the reader's light or dark setting. @example color("accent") => "var(--color-accent)" */
export const color = (name: string): string =>
  `var(--color-${Object.hasOwn(palette, name) ? name : "other"})`;

const lookup = (hueOf: Readonly<Record<string, keyof typeof hues | "other">>) =>
  Object.assign((key: string | null | undefined): string => color(hueOf[key ?? ""] ?? "other"), {
    keys: Object.keys(hueOf)
  });

/** The colour of a segment on every page. @example segmentColor("Champions") => "var(--color-indigo)" */
export const segmentColor = lookup({
  Champions: "indigo",
  "Loyal Customers": "green",
  "Potential Loyalists": "gold",
  "New Customers": "teal",
  "At Risk": "orange",
  "Can't Lose Them": "red",
  Hibernating: "violet",
  "Lost Customers": "plum"
});

/** The colour of an order status on every page. @example statusColor("canceled") => "var(--color-red)" */
export const statusColor = lookup({
  delivered: "green",
  shipped: "teal",
  invoiced: "gold",
  processing: "violet",
  approved: "indigo",
  created: "plum",
  unavailable: "orange",
  canceled: "red"
});

/** The colour of one of Brazil's five regions on every page. @example regionColor("SE") => "var(--color-indigo)" */
export const regionColor = lookup({N: "green", NE: "gold", CO: "orange", SE: "indigo", S: "violet"});

/** The colour of a family of models on every page. @example familyColor("logistic") => "var(--color-indigo)" */
export const familyColor = lookup({
  logistic: "indigo",
  forest: "green",
  boosting: "gold",
  xgboost: "plum"
});

/** The colour of a payment type on every page. @example paymentColor("boleto") => "var(--color-gold)" */
export const paymentColor = lookup({
  credit_card: "indigo",
  boleto: "gold",
  voucher: "orange",
  debit_card: "teal",
  not_defined: "other"
});

/** How many classes a sequential scale has, beside class 0 for "none". */
export const steps = 5;

/** The fill of a class of a sequential scale, 0 for "none", then pale to strong. @example stepColor(2) => "var(--color-step-2)" */
export const stepColor = (step: number): string => color(`step-${step}`);

/** The text colour that is legible on that class. @example onStepColor(2) => "var(--color-on-step-2)" */
export const onStepColor = (step: number): string => color(`on-step-${step}`);

const variables = (mode: keyof Pair, indent: string) =>
  Object.entries(palette)
    .map(([name, pair]) => `${indent}--color-${name}: ${pair[mode]};\n`)
    .join("");

/** The style sheet that gives the variables their values: components/colors.css is this text. */
export const colorSheet = (): string =>
  `:root {\n${variables("light", "  ")}}\n\n` +
  `@media (prefers-color-scheme: dark) {\n  :root {\n${variables("dark", "    ")}  }\n}\n`;
