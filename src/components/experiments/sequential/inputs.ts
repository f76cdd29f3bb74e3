import type {Sides} from "../../../lib/experiments/arms.js";
import {defaultArms, defaultMeanArms, longestArmsText} from "../../../lib/experiments/armsText.js";
import type {DesignKind} from "../../../lib/experiments/sequential/boundaries.js";
import type {Difference} from "../../../lib/experiments/sequential/effect.js";
import type {PeekingOptions} from "../../../lib/experiments/sequential/peeking.js";
import {peekingLimits} from "../../../lib/experiments/sequential/peeking.js";
import type {StateValues} from "../../../lib/state/parameter.js";
import {choice, integer, real, text} from "../../../lib/state/parameters.js";
import {fieldGroup} from "../../fieldGroup.js";
import {inputGroup} from "../../inputGroup.js";
import {numberInput} from "../../numberInput.js";
import type {PageState} from "../../state.js";
import {radioInput, selectInput} from "../../choiceInput.js";

const within = ([min, max]: readonly [number, number]) => ({min, max});

/** Smallest and largest of each number; rates, effect and alpha in percent. */
const bounds = {
  rate: [0.01, 99.9],
  effect: [-50, 50],
  users: [1, peekingLimits.usersPerLook],
  looks: [1, peekingLimits.looks],
  alpha: [0.1, 20],
  tuning: [10, 10_000_000],
  runs: [1, peekingLimits.runs],
  seed: [0, 999_999_999],
  k: [1, 20],
  power: [50, 99],
  planned: [2, 100_000_000],
  look: [1, 20]
} as const;

const kinds = [
  "obrien-fleming",
  "pocock",
  "classical-obrien-fleming",
  "classical-pocock"
] as const satisfies readonly DesignKind[];
const sides = ["two-sided", "greater", "less"] as const satisfies readonly Sides[];
const differences = ["relative", "absolute"] as const satisfies readonly Difference[];
const metrics = ["proportion", "mean"] as const;

/** What a reader chooses, as it stands in the address. */
export const sequentialParameters = {
  rate: real(10, within(bounds.rate)),
  effect: real(0, within(bounds.effect)),
  users: integer(500, within(bounds.users)),
  looks: integer(30, within(bounds.looks)),
  alpha: real(5, within(bounds.alpha)),
  tuning: integer(5000, within(bounds.tuning)),
  runs: integer(2000, within(bounds.runs)),
  seed: integer(1, within(bounds.seed)),
  kind: choice<DesignKind>("obrien-fleming", kinds),
  k: integer(5, within(bounds.k)),
  sides: choice<Sides>("two-sided", sides),
  power: real(80, within(bounds.power)),
  planned: integer(3841, within(bounds.planned)),
  metric: choice("proportion", metrics),
  arms: text(defaultArms, {max: longestArmsText}),
  meanArms: text(defaultMeanArms, {max: longestArmsText}),
  difference: choice<Difference>("relative", differences),
  look: integer(2, within(bounds.look))
};

export type SequentialChoice = StateValues<typeof sequentialParameters>;

export const kindNames: Record<DesignKind, string> = {
  "obrien-fleming": "O’Brien-Fleming-like, alpha spending",
  pocock: "Pocock-like, alpha spending",
  "classical-obrien-fleming": "O’Brien-Fleming, constants",
  "classical-pocock": "Pocock, constants"
};

const sideNames: Record<Sides, string> = {
  "two-sided": "either way",
  greater: "better than control only",
  less: "worse than control only"
};

const number = (name: keyof typeof bounds, label: string, step?: number, unit?: string) =>
  numberInput([...bounds[name]], {label, step, unit});

/** The inputs of the page. */
export const sequentialInputs = {
  rate: () => number("rate", "Conversion rate of the control", undefined, "%"),
  effect: () => number("effect", "True effect", undefined, "percentage points"),
  users: () => number("users", "New users per arm before a look", 1),
  looks: () => number("looks", "Looks", 1),
  alpha: () => number("alpha", "Alpha (false alarms)", undefined, "%"),
  simulation: (address: PageState<typeof sequentialParameters>) =>
    inputGroup(
      address,
      {
        runs: number("runs", "Simulated tests", 1),
        seed: number("seed", "Seed", 1),
        tuning: number("tuning", "Sequence tightest at", 1, "users of both arms")
      },
      (elements) => fieldGroup("Simulation", elements)
    ),
  kind: () => selectInput(kinds, "Boundaries", kindNames),
  k: () => number("k", "Looks planned", 1),
  sides: () => selectInput(sides, "Look for a difference", sideNames),
  power: () => number("power", "Power", undefined, "%"),
  planned: () => number("planned", "Users per arm of the one-look plan", 1),
  metric: () =>
    radioInput(
      metrics,
      "What is measured",
      (name: (typeof metrics)[number]) => ({proportion: "a share of users", mean: "a mean per user"})[name]
    ),
  difference: () =>
    radioInput(
      differences,
      "Difference",
      (name: Difference) => ({relative: "relative to control", absolute: "absolute"})[name]
    ),
  look: () => number("look", "This is look number", 1)
};

/** The tests to simulate that the reader's choices stand for. */
export const peekingOf = ({
  rate,
  effect,
  users,
  looks,
  alpha,
  tuning,
  runs,
  seed
}: Pick<
  SequentialChoice,
  "rate" | "effect" | "users" | "looks" | "alpha" | "tuning" | "runs" | "seed"
>): PeekingOptions => ({
  rate: rate / 100,
  effect: effect / 100,
  usersPerLook: users,
  looks,
  alpha: alpha / 100,
  tuning,
  runs,
  seed
});
