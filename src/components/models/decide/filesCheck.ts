import {html} from "npm:htl";
import {formatCount, formatNumber} from "../../../lib/format.js";
import {keyOf} from "../../../lib/pipeline/scoringStatement.js";
import {largestDifference} from "../../../lib/model/difference.js";
import {problem} from "../../problem.js";
import {sql} from "../../sql.js";
import {servedBy} from "../../../lib/lab/served.js";
import type {LabModel, LabOutcome} from "../../../lib/lab/train.js";

/** Scores closer than this are the same. */
const same = 1e-6;

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A small number with its power of ten. @example tiny(2.2e-16) => "2.2 · 10⁻¹⁶" */
export function tiny(value: number): string {
  if (value === 0) return "0";
  const [digits, power] = value.toExponential(1).split("e");
  return `${formatNumber(Number(digits), 1)} · 10${String(Number(power))
    .replace("-", "⁻")
    .replace(/\d/g, (digit) => raised[Number(digit)])}`;
}

/** A button that runs the scoring SQL in the tab's DuckDB and compares all its scores with the tab's own. */
export function duckdbCheck(
  outcome: LabOutcome,
  model: LabModel,
  statement: () => Promise<string>
): HTMLElement {
  const said = html`<span role="status" class="model-check"></span>`;
  const button = html`<button type="button" class="tool" onclick=${() => void run()}>
    Check in DuckDB
  </button>` as HTMLButtonElement;
  const run = async () => {
    button.disabled = true;
    said.textContent = "DuckDB is scoring …";
    said.setAttribute("aria-busy", "true");
    try {
      said.replaceChildren(await compared());
    } catch (error) {
      said.replaceChildren(problem("The check could not be made", error));
    }
    said.removeAttribute("aria-busy");
    button.disabled = false;
  };
  const compared = async () => {
    const served = await servedBy(outcome, model);
    if (!served.ok) throw new Error(served.message);
    const text = await statement();
    const begin = performance.now();
    const key = keyOf(outcome.data.question);
    const found = await sql.columns(`select ${key}, probability from (${text}) as scored order by ${key}`);
    const seconds = (performance.now() - begin) / 1000;
    const keys = Array.from(found[key], Number);
    const probabilities = Float64Array.from(found.probability, Number);
    const own = served.value.probabilities;
    const largest =
      keys.length === own.length &&
      (key === "order_key" || keys.every((one, row) => one === outcome.data.examples.keys[row]))
        ? largestDifference(probabilities, own)
        : null;
    return html`<span
      data-ok=${String(largest !== null && largest < same)}
      data-difference=${String(largest)}
    >
      ${
        largest === null
          ? "DuckDB scored other rows than the tab: the marts have changed."
          : `${largest < same ? "Identical" : "Not identical"} scores: ${formatCount(keys.length)} rows scored by SQL in ${formatNumber(seconds, 1)} s, largest difference ${tiny(largest)}.`
      }
    </span>`;
  };
  return html`<p class="model-duckdb">${button} ${said}</p>`;
}
