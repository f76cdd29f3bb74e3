import type {Campaign} from "../decide/campaign.js";
import type {StateValues} from "../state/parameter.js";
import type {Family} from "../learn/families.js";
import {choice, flag, integer, real} from "../state/parameters.js";
import {families, labParameters} from "./parameters.js";
import type {Tables} from "./shop.js";
import {peopleIn} from "./shop.js";

const within = ([min, max]: readonly [number, number]) => ({min, max});

/** Smallest and largest value of each number; money in reais. */
export const decisionBounds = {
  contact: [0, 10_000],
  wrong: [0, 10_000],
  saves: [0, 1],
  worth: [0, 10_000],
  capacity: [0, 100_000],
  threshold: [0, 1]
} as const;

export const targets = ["auto", "lost", "back"] as const;
export const worths = ["constant", "order", "own"] as const;

export type CampaignTarget = (typeof targets)[number];

/** What a success is worth: the same for all, or by a column of each customer. */
export type WorthBy = (typeof worths)[number];

/**
 * What a reader assumes about a campaign, as it stands in the address. A contact is an e-mail with the work around it
 * and no voucher, a kept customer about one more order of the shop's mean.
 */
export const decisionParameters = {
  target: choice<CampaignTarget>("auto", targets),
  contact: real(0.2, within(decisionBounds.contact)),
  wrong: real(0, within(decisionBounds.wrong)),
  saves: real(0.1, within(decisionBounds.saves)),
  worthBy: choice<WorthBy>("constant", worths),
  worth: real(160, within(decisionBounds.worth)),
  capacity: integer(1000, within(decisionBounds.capacity)),
  scaled: flag(false),
  threshold: real(0.5, within(decisionBounds.threshold))
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

/** All that the address of the page about decisions holds. */
export const decideParameters = (about: Tables) => ({
  ...labParameters(peopleIn(about)),
  ...decisionParameters,
  family: choice<Family>("xgboost", families)
});
