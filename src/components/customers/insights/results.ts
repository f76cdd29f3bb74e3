import {html} from "npm:htl";
import {formatCount, formatPoints, formatRate} from "../../../lib/format.js";
import type {Claim} from "../../../lib/insights/claims.js";
import {verdictOf} from "../../../lib/insights/claims.js";
import type {ShopFacts} from "../../../lib/insights/facts.js";
import type {Whose} from "../../../lib/marts/whose.js";
import {paidOrder} from "../../../lib/shop.js";
import {chart} from "../../chart.js";
import {effectForest} from "../../charts/effectForest.js";
import {table} from "../../table.js";
import {figure, ledgerText} from "./text.js";

/** Differences in who orders again, by the payment of the first order. */
export function paymentChart({payments, delivered}: ShopFacts): HTMLElement {
  const [first, ...others] = payments;
  const apart = others.filter(({difference}) => difference && (difference.low > 0 || difference.high < 0));
  return chart({
    name: "payment-loyalty",
    title:
      first && others.length > 0
        ? `Ordered again: ${formatCount(apart.length)} of ${formatCount(others.length)} payment types differ${apart.length === 1 ? "s" : ""} clearly from ${first.group.replaceAll("_", " ")}`
        : "Ordered again by payment type",
    note: `Share of customers with a second ${paidOrder.one}, by payment type of the first, minus that of the largest group, in percentage points (pp), with intervals (Newcombe) that hold together with 95 % (Bonferroni). A difference is clear where its interval excludes 0. Groups of fewer than 100 customers are left out.`,
    data: others.flatMap(({group, people, again, rate, difference}) =>
      difference ? [{group: group.replaceAll("_", " "), people, again, rate, ...difference}] : []
    ),
    counted: () => `${formatCount(delivered.people)} customers`,
    empty: "There are not enough payment types to compare.",
    columns: {
      group: {label: "Payment type"},
      people: {label: "Customers"},
      again: {label: "Ordered again"},
      rate: {label: "Share", format: formatRate},
      value: {label: "Difference", format: formatPoints},
      low: {label: "From", format: formatPoints},
      high: {label: "To", format: formatPoints}
    },
    render: (rows, {width}) =>
      effectForest(
        rows.map(({group, value, low, high}) => ({effect: group, value, low, high})),
        {width, format: formatPoints}
      )
  });
}

const remarkOf = ({kind, other, note}: Claim): string =>
  [other ? `${figure(kind, other.found)} where ${other.definition}.` : "", note].filter(Boolean).join(" ");

/** Every headline figure of the brief beside what the data give; for another shop a sentence, as they say nothing of it. */
export function ledger(claims: readonly Claim[], whose: Whose): HTMLElement {
  if (whose === "another")
    return html`<p>
      These are another shop’s data: Olist’s figures say nothing of them, and none is compared.
    </p>`;
  const olist = whose === "olist";
  const rows = claims.map((claim) => {
    const {kind, stated, found, definition} = claim;
    return {
      claim: claim.claim,
      stated: figure(kind, stated),
      found: figure(kind, found),
      definition,
      ...(olist ? {verdict: verdictOf(claim)} : {}),
      ...(olist ? {remark: remarkOf(claim)} : {})
    };
  });
  return html`<div>
    <p>
      ${
        olist
          ? ledgerText(claims)
          : "The brief’s figures describe Olist’s real files. These are other data: their results stand beside the figures, and no verdict is given."
      }
    </p>
    ${table(rows, {
      caption: "The brief’s figures",
      name: "claims",
      rows: 40,
      columns: {
        claim: {label: "Claim"},
        stated: {label: "In the brief", align: "right"},
        found: {label: "In these data", align: "right"},
        ...(olist ? {verdict: {label: "Verdict"}} : {}),
        definition: {label: "Definition"},
        ...(olist ? {remark: {label: "Note"}} : {})
      }
    })}
  </div>`;
}
