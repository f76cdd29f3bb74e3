import {html} from "npm:htl";
import {formatCount} from "../../../lib/format.js";
import {javascriptCall, pythonCall, sqlCall} from "../../../lib/serve/calls.js";
import {copyText} from "../../exports.js";
import type {Scored} from "./customer.js";

const shownLines = 14;

/** Code with a button that copies all of it; of long code the beginning is shown. */
function code(language: string, note: string, text: string): HTMLElement {
  const lines = text.trimEnd().split("\n");
  const rest = lines.length - shownLines;
  const short = lines.slice(0, shownLines).join("\n");
  return html`<section class="card" aria-label=${`The call in ${language}`}>
    <h2>${language}</h2>
    <p>${note}${rest > 0 ? ` ${formatCount(rest)} more lines are copied with it.` : ""}</p>
    <pre
      tabindex="0"
      style="max-height: 300px; overflow: auto; margin: 0"
    ><code>${short}${rest > 0 ? "\n…" : ""}</code></pre>
    <p>
      <button type="button" class="tool" onclick=${() => void copyText(text, language)}>
        Copy ${language}
      </button>
    </p>
  </section>`;
}

/** The calls that give this customer's probability elsewhere. */
export function callsPart({scoring, customer}: Scored): HTMLElement {
  const {served, addresses} = scoring;
  const {model, fields} = served;
  const file = addresses.xgboost?.split("/").at(-1) ?? "";
  return html`<div class="grid grid-cols-3">
    ${code(
      "JavaScript",
      "An ES module without dependencies: in a browser, Node, Deno or at the edge (save it with kernel.js where modules are not loaded from addresses).",
      javascriptCall(customer, fields, addresses.module)
    )}
    ${code("SQL", "One statement for DuckDB, with the model in it; no file is read.", sqlCall(model, customer, fields))}
    ${code(
      "Python",
      addresses.xgboost
        ? `XGBoost’s own library on ${addresses.xgboost}, which agrees to 32 bits.`
        : "Plain arithmetic, as scikit-learn does it.",
      pythonCall(model, customer, fields, file)
    )}
  </div>`;
}
