import {currencySign} from "../../lib/format.js";
import * as Inputs from "npm:@observablehq/inputs";
import type {Campaign} from "../../lib/decide/campaign.js";
import type {CampaignWords} from "../../lib/decide/words.js";
import {leaving} from "../../lib/decide/words.js";
import type {StateValues} from "../../lib/state/parameter.js";
import {choice, flag, integer, real} from "../../lib/state/parameters.js";
import {numberInput} from "../numberInput.js";

const within = ([min, max]: readonly [number, number]) => ({min, max});

/** Smallest and largest value of each number; money in reais. */
const bounds = {
  contact: [0, 10_000],
  wrong: [0, 10_000],
  saves: [0, 1],
  worth: [0, 10_000],
  capacity: [0, 100_000],
  threshold: [0, 1]
} as const;

const targets = ["auto", "lost", "back"] as const;
const worths = ["constant", "order", "own"] as const;

export type Target = (typeof targets)[number];

/** What a success is worth: the same for all, or by a column of each customer. */
export type WorthBy = (typeof worths)[number];

/**
 * What a reader assumes about a campaign, as it stands in the address. A contact is an e-mail with the work around it
 * and no voucher, a kept customer about one more order of the shop's mean.
 */
export const decisionParameters = {
  target: choice<Target>("auto", targets),
  contact: real(0.2, within(bounds.contact)),
  wrong: real(0, within(bounds.wrong)),
  saves: real(0.1, within(bounds.saves)),
  worthBy: choice<WorthBy>("constant", worths),
  worth: real(160, within(bounds.worth)),
  capacity: integer(1000, within(bounds.capacity)),
  scaled: flag(false),
  threshold: real(0.5, within(bounds.threshold))
};

const worthTexts: Record<WorthBy, string> = {
  constant: "the same for all",
  order: "each one’s own mean order",
  own: "what each one has spent so far"
};

const targetTexts: Record<Target, string> = {
  auto: "whichever suits the label",
  lost: "most likely to be lost",
  back: "most likely to come back"
};

/** The inputs of the page, in the words of the campaign. */
export const decisionInputs = {
  target: () => Inputs.radio(targets, {label: "Contact those", format: (name: Target) => targetTexts[name]}),
  contact: ({aOne}: CampaignWords = leaving) =>
    numberInput(bounds.contact, {
      label: `Cost of contacting ${aOne}, ${currencySign}`,
      step: 0.1,
      slider: [0, 100]
    }),
  wrong: ({others}: CampaignWords = leaving) =>
    numberInput([...bounds.wrong], {
      label: `Further cost of contacting one who ${others}, ${currencySign}`,
      step: 0.5,
      slider: [0, 500]
    }),
  saves: ({sought, possible}: CampaignWords = leaving) =>
    numberInput([...bounds.saves], {
      label: `Share of the contacted ${sought} that ${possible}`,
      step: 0.005,
      slider: true
    }),
  worthBy: ({gain}: CampaignWords = leaving) =>
    Inputs.radio(worths, {label: `${gain} is worth`, format: (name: WorthBy) => worthTexts[name]}),
  worth: () =>
    numberInput([...bounds.worth], {
      label: `Value, where the same for all, ${currencySign}`,
      step: 0.01,
      slider: true
    }),
  capacity: () => numberInput([...bounds.capacity], {label: "Contacts, at most (capacity)", step: 1}),
  scaled: () => Inputs.toggle({label: "Scale from the held-out part to everybody"}),
  threshold: () => numberInput([...bounds.threshold], {label: "Threshold", step: 0.001, slider: true})
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
  savedValue: worthBy === "constant" ? cents(worth) : "own"
});
