import {html} from "npm:htl";
import {banditBounds, exampleRates} from "../../../lib/experiments/bandit/setup.js";
import type {StateValues} from "../../../lib/state/parameter.js";
import {integer, real, text} from "../../../lib/state/parameters.js";
import type {PageState} from "../../state.js";
import {numberInput} from "../../numberInput.js";
import {fieldGroup} from "../../fieldGroup.js";
import {textInput} from "../../textInput.js";

/** What a reader assumes about a race of bandits, as it stands in the address. */
export const banditParameters = {
  rates: text(exampleRates),
  horizon: integer(10_000, banditBounds.horizon),
  batch: integer(100, banditBounds.batch),
  runs: integer(40, banditBounds.runs),
  epsilon: real(0.1, banditBounds.epsilon),
  halving: integer(0, banditBounds.halving),
  explore: integer(1000, banditBounds.explore),
  seed: integer(1, banditBounds.seed)
};

export type BanditChoice = StateValues<typeof banditParameters>;

const number = (name: Exclude<keyof typeof banditBounds, "arms">, label: string, step: number | "any" = 1) =>
  numberInput([banditBounds[name].min, banditBounds[name].max], {label, step});

/** All inputs of the page; its value is the reader's choice. */
export function banditForm(address: PageState<typeof banditParameters>): HTMLElement & {value: BanditChoice} {
  const form = html`<div class="filters bar">
    ${address.problems} ${address.input("rates", textInput("True rates of the arms"))}
    ${address.input("horizon", number("horizon", "Visitors in all"))}
    ${address.input("batch", number("batch", "Visitors before outcomes are known (batch)"))}
    ${address.input("runs", number("runs", "Runs"))} ${address.input("seed", number("seed", "Seed"))}
    ${address.tools()}
    ${fieldGroup("Policies", [
      address.input("explore", number("explore", "Visitors per arm of the test (0: none)")),
      address.input("epsilon", number("epsilon", "Epsilon: share sent at random", "any")),
      address.input("halving", number("halving", "Visitors until epsilon halves (0: never)"))
    ])}
  </div>`;
  return Object.defineProperty(form, "value", {get: () => address.values}) as HTMLElement & {
    value: BanditChoice;
  };
}
