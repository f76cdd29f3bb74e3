import {midnightOf} from "../../../lib/days.js";
import {html} from "npm:htl";
import {campaignAnswer, campaignAssumptions} from "../../../lib/decide/sentences.js";
import {formatCount, formatDay, formatMoney, formatMoneyWhole} from "../../../lib/format.js";
import {problem} from "../../problem.js";
import type {DecisionNow} from "../../../lib/lab/decideNow.js";
import {valueColumn} from "../../../lib/lab/decide.js";
import type {WorthBy} from "../../../lib/lab/decisionParameters.js";
import {familyNames} from "../../../lib/lab/names.js";
import {givesSameScore, sameScoreSentence} from "../train/sameScore.js";

const money = (cents: number): string =>
  Math.abs(cents) < 100_000 ? formatMoney(cents) : formatMoneyWhole(cents);

const earns = (cents: number): string => (cents < 0 ? `lose ${money(-cents)}` : `earn ${money(cents)}`);

/** The page's answer, and what is behind it, in sentences. */
export function decisionAnswer(now: DecisionNow): HTMLElement {
  const {view, capacity, rows, chosen, band, everybody, within, scaled} = now;
  const {aim, outcome, model, labels} = view;
  const {many} = aim.words;
  const whose = scaled
    ? `all ${formatCount(rows)} ${many}, scaled up from ${formatCount(labels.length)} held out`
    : `the ${formatCount(rows)} ${many} held out from training`;
  const interval = band ? ` (95 % interval ${money(band.low)} to ${money(band.high)})` : "";
  const everyone =
    everybody.profit < 0 ? `loses ${money(-everybody.profit)}` : `earns ${money(everybody.profit)}`;
  const better =
    within.flagged < capacity && within.profit > chosen.profit
      ? within.flagged === 0
        ? " No number of contacts within the capacity earns anything."
        : ` Within that capacity ${formatCount(within.flagged)} contacts would ${earns(within.profit)}, the most.`
      : "";
  return html`<div>
    <p class="answer">
      Contacting the ${formatCount(capacity)} ${many} with the highest score would
      ${earns(chosen.profit)}${interval} under these assumptions; contacting nobody earns
      ${formatMoneyWhole(0)}, contacting everybody ${everyone}.${better}
    </p>
    <p>
      ${campaignAnswer(chosen, aim.words)} Counted on ${whose}, as of
      ${formatDay(midnightOf(outcome.data.question.asof))}, by the scores of ${familyNames[model.family]}.
      ${givesSameScore(model) ? `${sameScoreSentence(model)} Whom it lists first is no choice of the model’s.` : null}
    </p>
  </div>`;
}

/** What the figures rest on, as a list. */
export function assumptionList({campaign, view}: DecisionNow, worthBy: WorthBy): HTMLElement {
  const {aim, outcome} = view;
  const {label} = outcome.data.question;
  const words =
    worthBy === "order" && label !== "late"
      ? {...aim.words, own: "the mean of that customer’s own orders"}
      : aim.words;
  const column = valueColumn(worthBy, label);
  return html`<div>
    <p>${aim.meaning}</p>
    ${
      worthBy !== "constant" && !view.ownValues
        ? problem(
            "Each one’s own value is not at hand",
            `the column ${column} is not among the features chosen, so that all count the same; choose it too.`
          )
        : null
    }
    <ul>
      ${campaignAssumptions(campaign, words).map((sentence) => html`<li>${sentence}</li>`)}
      <li>
        Values are revenue, not margin: of
        ${campaign.savedValue === "own" ? "what somebody spends" : money(campaign.savedValue)}, the shop keeps
        only a part, and a campaign that just pays by these figures does not pay by its margin.
      </li>
    </ul>
  </div>`;
}

/** The page's answer before there is a model. */
export const nothingYet = (): HTMLElement =>
  html`<p class="answer">
    Nothing is trained yet: press Train to see what contacting the customers with the highest scores would
    earn.
  </p>`;

/** What stands in a part of the page before a model is trained. */
export const notYet = {
  list: "The list fills once a model is trained.",
  files: "Once a model is trained it can be taken out as files, and others brought in."
} as const;
