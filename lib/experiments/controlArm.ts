/** Words that a control's name has, the plainest first. */
const words: readonly (readonly string[])[] = [
  ["control", "controle", "ctrl", "ctl", "kontrolle"],
  ["holdout", "placebo", "baseline", "original", "untreated"]
];

/** Whole names that arms go by where they have none. */
const bare: readonly string[] = ["a", "0", "off", "false", "none", "old"];

/**
 * Which of some arms is the control by its name: the first called so, or so among other words, or A or 0; -1 where no name
 * tells.
 * @example controlOf(["treatment", "Control group"]) => 1
 * @example controlOf(["blue", "green"]) => -1
 */
export function controlOf(arms: readonly string[]): number {
  const named = arms.map((name) => name.trim().toLowerCase());
  for (const group of words) {
    const alone = named.findIndex((name) => group.includes(name));
    const among = named.findIndex((name) =>
      name
        .replace("hold-out", "holdout")
        .split(/[^\p{L}\p{N}]+/u)
        .some((word) => group.includes(word))
    );
    if (alone >= 0 || among >= 0) return alone >= 0 ? alone : among;
  }
  return named.findIndex((name) => bare.includes(name));
}
