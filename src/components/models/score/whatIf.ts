import {html} from "npm:htl";
import {formatCount} from "../../../lib/format.js";
import type {Result} from "../../../lib/result.js";
import type {CustomerField} from "../../../lib/serve/field.js";
import {problem} from "../../problem.js";
import {chance} from "../explain/customer.js";
import type {Editable} from "../explain/edits.js";
import {eventOf} from "../explain/words.js";
import type {WhatIf} from "../explain/whatIfForm.js";
import {whatIfForm} from "../explain/whatIfForm.js";
import {contributionsChart} from "./contributions.js";
import type {Scored} from "./customer.js";

function editableOf({scoring: {customers}}: Scored, {name, kind, levels}: CustomerField): Editable {
  if (levels) return {feature: name, levels};
  const own = customers.bounds[name];
  const whole = kind === "integer" || kind === "flag";
  return own ? {feature: name, bounds: {low: own[0], high: own[1], whole}} : {feature: name};
}

/** Fields for what moves a customer's score most, and the score that changes would have. Its value is the changes. */
export function whatIfScore(scored: Result<Scored>): WhatIf {
  if (!scored.ok) return Object.assign(html`<p>Nobody is scored.</p>`, {value: ""});
  const {scoring, predictor, customer, prediction} = scored.value;
  const {fields} = scoring.served;
  const moving = prediction.contributions.map(({feature}) => feature);
  const rank = ({name}: CustomerField) => (moving.includes(name) ? moving.indexOf(name) : moving.length);
  const all = fields
    .filter(({used}) => used)
    .sort((one, other) => rank(one) - rank(other))
    .map((field) => editableOf(scored.value, field));
  const picture = html`<div></div>`;
  return whatIfForm({
    editables: all,
    label: (feature) => feature,
    own(feature) {
      const value = customer[feature];
      if (typeof value === "string") return value;
      return value === null || value === undefined ? NaN : Number(value);
    },
    pictures: picture,
    show(edits, answer) {
      const changed = {...customer, ...Object.fromEntries(edits)};
      const after = predictor.predict(changed, Infinity);
      if (!after.ok) {
        answer.replaceChildren(problem("This cannot be scored", after));
        return;
      }
      answer.textContent = edits.size
        ? `With ${edits.size === 1 ? "this change" : `these ${formatCount(edits.size)} changes`} the probability that the customer ${eventOf(scoring.question)} is ${chance(after.value.probability)}, in place of ${chance(prediction.probability)}.`
        : `Nothing is changed yet: ${chance(prediction.probability)}.`;
      picture.replaceChildren(
        ...(edits.size
          ? [
              contributionsChart(scored.value, {
                ...{name: "score-whatif", customer: changed, prediction: after.value},
                title: `With the changes: ${chance(after.value.probability)}`
              })
            ]
          : [])
      );
    }
  });
}
