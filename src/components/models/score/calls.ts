import {html} from "npm:htl";
import {formatCount} from "../../../lib/format.js";
import {javascriptCall, pythonCall, sqlCall} from "../../../lib/serve/calls.js";
import {copyText} from "../../exports.js";
import type {Scored} from "./customer.js";

const shownLines = 14;

/**
 * Code with a button that copies all of it; of long code the beginning is shown.
 * @param shown the code as it is shown
 */
function code(language: string, note: Node | string, text: string, shown = text): HTMLElement {
  const lines = shown.trimEnd().split("\n");
  const rest = lines.length - shownLines;
  const short = lines.slice(0, shownLines).join("\n");
  return html`<section
    class="card"
    aria-label=${`The call in ${language}`}
    style="min-width: 0; overflow-wrap: anywhere"
  >
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

/** A file of the site, by its name: relative, as what the page is built with knows no host. */
const fileLink = (path: string) => html`<a href=${path}>${path.split("/").at(-1)}</a>`;

/** The calls that give this customer's probability elsewhere. */
export function callsPart({scoring, customer}: Scored): HTMLElement {
  const {family, served, addresses} = scoring;
  const {model, fields} = served;
  const module = `./churn/${family}.js`;
  const booster = addresses.xgboost?.split("/").at(-1);
  return html`<div class="grid grid-cols-3">
    ${code(
      "JavaScript",
      html`<span
        >The ES module ${fileLink(module)}, for a browser, Deno or the edge; it is copied with its address.
        For Node, save it with ${fileLink("./kernel.js")}.</span
      >`,
      javascriptCall(customer, fields, addresses.module),
      javascriptCall(customer, fields, module)
    )}
    ${code("SQL", "One statement for DuckDB, with the model in it; no file is read.", sqlCall(model, customer, fields))}
    ${code(
      "Python",
      booster === undefined
        ? "Plain arithmetic, as scikit-learn does it."
        : html`<span
            >XGBoost’s own library on ${fileLink(`./churn/${booster}`)}, which agrees to 32 bits.</span
          >`,
      pythonCall(model, customer, fields, booster ?? "")
    )}
  </div>`;
}
