import {html} from "npm:htl";
import {formatCount, formatNumber} from "../../../lib/format.js";
import {familyColor} from "../../colors.js";
import {copyText} from "../../exports.js";
import {ranOnText} from "../late/text.js";
import {familyNames} from "../../../lib/lab/names.js";
import {figureTable} from "../figureTable.js";
import type {KeptFit, LabOutcome} from "../../../lib/lab/train.js";

/** How each model came about. */
export const makingTable = ({models}: LabOutcome): HTMLElement =>
  figureTable({
    caption: "How they were made",
    name: "models-made",
    note: "Seconds of all fits of a family, each in one of the tab’s workers, features and judging not counted. The hash covers files, question, features, parameters, seed and the model itself: whoever opens this page’s link gets the same.",
    rows: models,
    head: ({family}) => ({text: familyNames[family], color: familyColor(family)}),
    columns: [
      {label: "Fits", figure: ({parts, fit}) => ({text: formatCount(fitsOf(parts, fit).length)})},
      {
        label: "Training rows",
        hint: "in a fit",
        figure: ({fit: {rows}}) => ({
          text: formatCount(rows.train),
          small: rows.synthetic ? `and ${formatCount(rows.synthetic)} synthetic` : undefined
        })
      },
      {
        label: "Seconds",
        figure: ({parts, fit}) => ({
          text: formatNumber(
            fitsOf(parts, fit).reduce((sum, {milliseconds}) => sum + milliseconds / 1000, 0),
            1
          )
        })
      },
      {
        label: "Kept",
        text: true,
        figure: ({fit, family}) => ({
          text: `${formatCount(fit.rounds)} ${family === "logistic" ? "Newton steps" : "trees"}`,
          small: fit.note
        })
      },
      {
        label: "Ran on",
        text: true,
        figure: ({fit}) => ({text: fit.ranOn ? ranOnText(fit.ranOn).replace("running on ", "") : "cpu"})
      },
      {label: "Hash", text: true, figure: ({fit}) => ({text: hashButton(fit.hash)})}
    ],
    data: () =>
      models.map(({family, fit}) => ({
        model: familyNames[family],
        rows: fit.rows.train,
        rounds: fit.rounds,
        milliseconds: fit.milliseconds,
        hash: fit.hash
      }))
  });

const fitsOf = (parts: readonly KeptFit[], fit: KeptFit): readonly KeptFit[] =>
  parts.some(({hash}) => hash === fit.hash) ? parts : [...parts, fit];

const hashButton = (hash: string) =>
  html`<button
    type="button"
    class="tool lab-hash"
    data-hash=${hash}
    title=${hash}
    onclick=${() => void copyText(hash, "Hash")}
  >
    <code>${hash.slice(0, 12)}</code><span class="visually-hidden">, copy all of the hash</span>
  </button>`;
