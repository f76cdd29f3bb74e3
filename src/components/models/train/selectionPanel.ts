import {html} from "npm:htl";
import type {SelectionChoice, SelectionOutcome} from "../../../lib/lab/selecting.js";
import {runSelection} from "../../../lib/lab/selecting.js";
import {formatCount, formatNumber} from "../../../lib/format.js";
import type {SelectionStep, Verdict} from "../../../lib/learn/select/step.js";
import {publishedResult} from "../../publishedFiles.js";
import {lab} from "../crew.js";
import type {LabForm} from "../labForm.js";
import {featureNames} from "../../../lib/lab/featureNames.js";
import type {LabPanel} from "../../panel.js";
import {labPanel} from "../../panel.js";
import {listOf} from "../../../lib/lab/parameters.js";
import {figureTable} from "../figureTable.js";

/** A button that selects features, with what each step drops. */
export const selectionPanel = (): LabPanel<SelectionChoice, SelectionOutcome> =>
  labPanel({
    verb: "Select features",
    label: "Selecting features",
    run: (choice, options) => runSelection(lab, choice, options),
    published: (choice) => publishedResult<SelectionOutcome>("selection", choice),
    summary: ({before, features}) => `Left ${formatCount(features.length)} of ${formatCount(before)} features`
  });

/** What each step dropped, and buttons that take over what is left. */
export function selectionResults(outcome: SelectionOutcome, form: LabForm): HTMLElement {
  const {steps, features, before, rows} = outcome;
  let left = before;
  return html`<section class="card lab-selection">
    <h2>From ${formatCount(before)} features to ${formatCount(features.length)} in six steps</h2>
    <p>${features.join(", ")} ${useButton("Use these features", features, form)}</p>
    ${steps.map((step, index) => {
      const at = left;
      left -= step.verdicts.filter(({verdict}) => verdict === "dropped").length;
      return stepDetails(step, index, [at, left], form);
    })}
    <p class="lab-note">
      Worked out on the ${formatCount(rows)} training rows, not on those held out. What is dropped depends on
      the label, the day and the seed; whether fewer features do as well, a new training shows.
    </p>
  </section>`;
}

/** Writes features to the address by their numbers; nothing for columns that have none. */
function useButton(text: string, names: readonly string[], form: LabForm): HTMLElement | null {
  const numbers = names.map((name) => featureNames.indexOf(name) + 1).sort((a, b) => a - b);
  if (!numbers.length || numbers.includes(0)) return null;
  return html`<button type="button" class="tool" onclick=${() => form.assign({only: listOf(numbers)})}>
    ${text}
  </button>`;
}

const figureNames: Record<SelectionStep["step"], string> = {
  correlation: "Highest |r|",
  variance: "Share of other values",
  "mutual information": "Nats",
  elimination: "Gain",
  lasso: "|Coefficient|",
  "keep-list": "Figure"
};

function stepDetails(
  {step, rule, verdicts}: SelectionStep,
  index: number,
  [before, after]: readonly [number, number],
  form: LabForm
): HTMLElement {
  const told = verdicts.filter(({verdict}) => verdict !== "kept");
  const left = verdicts.filter(({verdict}) => verdict !== "dropped").map(({feature}) => feature);
  const name = step.charAt(0).toUpperCase() + step.slice(1);
  const use =
    step === "keep-list" ? null : useButton(`Use the ${left.length} that this step leaves`, left, form);
  return html`<details class="lab-step">
    <summary>${index + 1}. ${name}: ${formatCount(before)} → ${formatCount(after)}</summary>
    <p class="lab-note">${rule} ${use}</p>
    ${
      told.length
        ? figureTable<Verdict>({
            caption: `${name}: dropped and spared`,
            name: `selection-${index + 1}`,
            rows: told,
            head: ({feature}) => ({text: feature}),
            columns: [
              {label: "Verdict", text: true, figure: ({verdict}) => ({text: verdict})},
              {
                label: figureNames[step],
                figure: ({figure}) => ({text: formatNumber(figure, step === "mutual information" ? 6 : 4)})
              },
              {label: "Why", text: true, figure: ({reason}) => ({text: reason})}
            ],
            data: () => verdicts
          })
        : html`<p>Nothing is dropped.</p>`
    }
  </details>`;
}
