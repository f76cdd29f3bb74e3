import {html} from "npm:htl";
import {formatCount} from "../../../lib/format.js";
import type {Result} from "../../../lib/result.js";
import type {CustomerField} from "../../../lib/serve/field.js";
import {problem} from "../../problem.js";
import {chance} from "../explain/customer.js";
import type {Editable, Edits} from "../explain/edits.js";
import {editsOf, editsText} from "../explain/edits.js";
import {whatIfField} from "../explain/field.js";
import {eventOf} from "../explain/words.js";
import {contributionsChart} from "./contributions.js";
import type {Scored} from "./customer.js";

const mostFields = 8;

type WhatIf = HTMLElement & {value: string};

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
  let edits: Edits = new Map();
  const place = html`<div class="whatif-fields"></div>`;
  const answer = html`<p class="whatif-answer" role="status"></p>`;
  const picture = html`<div></div>`;
  const reset = html`<button type="button" class="tool" onclick=${() => change(new Map())}>Reset</button>`;
  const element = html`<section class="whatif" aria-label="What if">
    <div class="card">
      ${place}
      <div class="whatif-foot">${reset} ${answer}</div>
    </div>
    ${picture}
  </section>`;
  const change = (next: Edits) => {
    edits = next;
    build();
    update();
    element.dispatchEvent(new Event("input", {bubbles: true}));
  };
  const ownOf = (feature: string): number | string => {
    const value = customer[feature];
    if (typeof value === "string") return value;
    return value === null || value === undefined ? NaN : Number(value);
  };
  const put = (feature: string, value: number | string) => {
    const next = new Map(edits);
    if (Object.is(value, ownOf(feature))) next.delete(feature);
    else next.set(feature, value);
    edits = next;
    update();
  };
  const build = () =>
    place.replaceChildren(
      ...all
        .filter(({feature}, i) => i < mostFields || edits.has(feature))
        .map((editable) =>
          whatIfField({
            editable,
            ...{label: editable.feature, own: ownOf(editable.feature), value: edits.get(editable.feature)},
            put: (value) => put(editable.feature, value)
          })
        )
    );
  const update = () => {
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
  };
  build();
  update();
  return Object.defineProperty(element, "value", {
    get: () => editsText(edits),
    set: (text: string) => {
      edits = editsOf(text, all);
      build();
      update();
    }
  }) as WhatIf;
}
