import {selectInput} from "../../choiceInput.js";
import {html} from "npm:htl";
import {pending} from "../../pending.js";
import type {Explanation} from "../../../lib/lab/explain.js";
import {permutationOf} from "../../../lib/lab/explain.js";
import {overallChart, ownChart, permutationChart, swarmChart} from "./overall.js";
import {explainAnswer, madeText, unitText} from "./words.js";
import {familyNames} from "../../../lib/lab/names.js";
import {families} from "../../../lib/lab/parameters.js";

const before =
  "A model’s score can be taken apart into what each feature adds to it: choose a family and press Train and explain to see what it relies on, over all and for a single customer.";

/** The page's answer in a sentence, before and after a training. */
export const answerOf = (explanation: Explanation | null): HTMLElement =>
  html`<p class="answer">${explanation ? explainAnswer(explanation) : before}</p>`;

/** Which family is explained. */
export const familyInput = () => selectInput(families, "Explain", familyNames);

/** The model's name, as on the page Train. */
const hashOf = ({model: {fit}}: Explanation) =>
  html`<span>Model <code data-hash=${fit.hash} title=${fit.hash}>${fit.hash.slice(0, 12)}</code>.</span>`;

/** Units and checks, then the features that move scores, told in four ways. */
export const overallOf = (explanation: Explanation): HTMLElement =>
  html`<div>
    <p>${unitText(explanation)}</p>
    <p class="explain-made">${madeText(explanation)} ${hashOf(explanation)}</p>
    <div class="grid grid-cols-2">
      ${overallChart(explanation)}
      ${pending("explain-permutation", permutationOf(explanation), (importances) =>
        permutationChart(explanation, importances)
      )}
    </div>
    ${swarmChart(explanation)} ${ownChart(explanation)}
  </div>`;
