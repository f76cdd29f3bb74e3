import * as Inputs from "npm:@observablehq/inputs";
import type {Campaign} from "../../lib/decide/campaign.js";
import {choice, integer, real} from "../../lib/state/parameters.js";
import type {StateValues} from "../../lib/state/parameter.js";

const within = ([min, max]: readonly [number, number]) => ({min, max});

/** Smallest and largest value of each number; money in reais. */
const bounds = {
  contact: [0, 100],
  wrong: [0, 500],
  saves: [0, 1],
  worth: [0, 10_000],
  capacity: [0, 100_000],
  threshold: [0, 1]
} as const;

const worths = ["constant", "own"] as const;

/**
 * What a reader assumes about a campaign, as it stands in the address. A contact is an e-mail with the work around it,
 * a wrong flag a small voucher, a kept customer about one more order of the shop's mean.
 */
export const decisionParameters = {
  contact: real(2, within(bounds.contact)),
  wrong: real(5, within(bounds.wrong)),
  saves: real(0.1, within(bounds.saves)),
  worthBy: choice("constant", worths),
  worth: real(160, within(bounds.worth)),
  capacity: integer(1000, within(bounds.capacity)),
  threshold: real(0.5, within(bounds.threshold))
};

/** The inputs of the page. */
export const decisionInputs = {
  contact: () => Inputs.range([...bounds.contact], {label: "Cost of a contact, R$", step: 0.1}),
  wrong: () =>
    Inputs.range([...bounds.wrong], {
      label: "Further cost of contacting one who would have stayed, R$",
      step: 0.5
    }),
  saves: () =>
    Inputs.range([...bounds.saves], {label: "Share of the contacted leavers that is kept", step: 0.005}),
  worthBy: () =>
    Inputs.radio(worths, {
      label: "A kept customer is worth",
      format: (name: string) =>
        ({constant: "the same, whoever it is", own: "what that customer has spent so far"})[name] ?? name
    }),
  worth: () => Inputs.range([...bounds.worth], {label: "Value of a kept customer, R$", step: 1}),
  capacity: () => Inputs.number([...bounds.capacity], {label: "Contacts, at most", step: 1}),
  threshold: () => Inputs.range([...bounds.threshold], {label: "Threshold", step: 0.005})
};

const cents = (reais: number) => Math.round(reais * 100);

/** The campaign that the reader's choices stand for, in cents. */
export const campaignOf = ({
  contact,
  wrong,
  saves,
  worthBy,
  worth
}: Pick<
  StateValues<typeof decisionParameters>,
  "contact" | "wrong" | "saves" | "worthBy" | "worth"
>): Campaign => ({
  contactCents: cents(contact),
  wrongFlagCents: cents(wrong),
  saveRate: saves,
  savedValue: worthBy === "own" ? "own" : cents(worth)
});
