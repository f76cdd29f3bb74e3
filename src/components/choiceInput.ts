import * as Inputs from "npm:@observablehq/inputs";

type Texts<T extends string> = Readonly<Record<T, string>>;

/**
 * A choice of one of several names, each shown by its text, from a menu.
 * @example selectInput(["age", "calendar"], "Horizontal axis", {age: "Age", calendar: "Calendar period"})
 */
export const selectInput = <T extends string>(options: readonly T[], label: string, texts: Texts<T>) =>
  Inputs.select<T>(options, {label, format: (name: T) => texts[name]});

/** The same with all names in sight. */
export const radioInput = <T extends string>(options: readonly T[], label: string, texts: Texts<T>) =>
  Inputs.radio<T>(options, {label, format: (name: T) => texts[name]});
