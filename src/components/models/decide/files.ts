import {midnightOf} from "../../../lib/days.js";
import {html} from "npm:htl";
import {formatCount, formatDay} from "../../../lib/format.js";
import {scoringStatement} from "../../../lib/pipeline/scoringStatement.js";
import {toFile} from "../../../lib/model/file.js";
import {toXgboostJson} from "../../../lib/model/toXgboostJson.js";
import {copyText, download, fileName} from "../../exports.js";
import {problem} from "../../problem.js";
import {cardOf} from "../../../lib/lab/card.js";
import {modelIn} from "./filesIn.js";
import {duckdbCheck} from "./filesCheck.js";
import {servedBy} from "../../../lib/lab/served.js";
import type {LabModel, LabOutcome} from "../../../lib/lab/train.js";

/** The statement that scores everybody with a model; throws a sentence where it cannot be written. */
export async function statementOf(outcome: LabOutcome, model: LabModel): Promise<string> {
  const served = await servedBy(outcome, model);
  if (!served.ok) throw new Error(served.message);
  const {question, examples} = outcome.data;
  return scoringStatement(model.fit.model, {question, columns: examples.columns, rates: served.value.rates});
}

/** What it takes to train the model anew. */
const parametersOf = ({choice, data}: LabOutcome, {fit}: LabModel) => ({
  format: "vitrine-parameters",
  hash: fit.hash,
  address: location.href,
  question: data.question,
  validation: choice.validation,
  held: choice.held,
  balance: choice.balance,
  calibration: choice.calibration,
  seed: choice.seed,
  parameters: fit.spec,
  files: data.about.inputs.map(({file, sha256}) => ({file, sha256}))
});

const indented = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const hashCovers =
  "SHA-256 over the hashes of the data’s files, label and day, features, how rows were split, parameters, seed, and every number of the model; a copied address trains a model with the same hash.";

/**
 * A trained model to take out as files (card, parameters, XGBoost's JSON, SQL, the site's own format) and a file to
 * bring in, scored on the same rows.
 * @example display(modelFiles(outcome))
 */
export function modelFiles(outcome: LabOutcome): HTMLElement {
  const [model] = outcome.models;
  const {fit, family} = model;
  const {question} = outcome.data;
  const said = html`<div role="status" class="model-said"></div>`;
  const save = (name: string, extension: string, text: string) => {
    download(
      fileName(`${family} ${question.label} ${name} ${fit.hash.slice(0, 8)}`, extension),
      new Blob([text], {type: extension === "sql" ? "text/plain" : "application/json"})
    );
    said.replaceChildren();
  };
  const attempt = (act: () => Promise<unknown>) => () =>
    void act().catch((error: unknown) => said.replaceChildren(problem("This could not be written", error)));
  const button = (text: string, act: () => void) =>
    html`<button type="button" class="tool" onclick=${act}>${text}</button>`;
  const card = () => {
    const made = cardOf(outcome, model);
    if (made.ok) save("card", "json", indented(made.value));
    else said.replaceChildren(problem("The card could not be made", made));
  };
  const {model: trained} = fit;
  return html`<section class="card model-files" aria-label="Model out and in">
    <h2>Take the model out, or bring one in</h2>
    <p>
      Model hash <code class="model-hash" style="overflow-wrap: anywhere">${fit.hash}</code><br /><small
        >${hashCovers}</small
      >
    </p>
    <div class="model-tools" style="display: flex; flex-wrap: wrap; gap: 6px">
      ${button("Model card (JSON)", card)}
      ${button("Parameters (JSON)", () => save("parameters", "json", indented(parametersOf(outcome, model))))}
      ${trained.kind === "trees" ? button("XGBoost model (JSON)", () => save("xgboost", "json", toXgboostJson(trained))) : null}
      ${button("Model file of this site", () => save("model", "json", toFile(trained)))}
      ${button(
        "Scoring SQL",
        attempt(async () => save("scoring", "sql", `${await statementOf(outcome, model)}\n`))
      )}
      ${button(
        "Copy SQL",
        attempt(async () => copyText(await statementOf(outcome, model), "SQL"))
      )}
    </div>
    <p><small>${notesOf(outcome, model)}</small></p>
    ${said} ${duckdbCheck(outcome, model, () => statementOf(outcome, model))} ${modelIn(outcome, model)}
  </section>`;
}

/** What each file is good for, where this is not plain. */
function notesOf({data: {question, examples}}: LabOutcome, {fit: {model}}: LabModel): string {
  const day = formatDay(midnightOf(question.asof));
  const calibrated = model.calibration !== undefined;
  return [
    model.kind === "trees"
      ? `XGBoost 1.7 and newer load the JSON and score as this tab does, to float32${calibrated ? ", before calibration, which its format has no room for; SQL and the site’s own file carry it" : ""}.`
      : "A linear model goes out as SQL and as the site’s own file; XGBoost’s format is for trees.",
    question.label === "late"
      ? "The SQL reads the mart lateness and gives the chance that each order comes late."
      : `The SQL works out the features as of ${day} from the marts orders, items, payments, reviews, products, sellers and places, in a CTE named features, and gives the chance of label 1 (lost) for each customer; it runs as it is in DuckDB.`,
    examples.city
      ? "Rates by city were learnt from the labels and stand in the SQL as a table by the city’s number, which holds for these marts and this day only."
      : null,
    `It scores ${formatCount(examples.labels.length)} rows.`
  ]
    .filter((sentence) => sentence !== null)
    .join(" ");
}
