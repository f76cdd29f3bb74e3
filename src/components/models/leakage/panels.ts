import {formatCount} from "../../../lib/format.js";
import {silentInput} from "../../silentInput.js";
import {publishedResult} from "../../publishedFiles.js";
import {lab} from "../crew.js";
import type {Drift} from "../../../lib/lab/leakage/drift.js";
import {runDrift} from "../../../lib/lab/leakage/drift.js";
import type {Findings} from "../../../lib/lab/leakage/findings.js";
import {shownInput} from "./shownInput.js";
import type {LeakageState} from "./parameters.js";
import type {DriftChoice, LeakageChoice} from "../../../lib/lab/leakage/choice.js";
import {runLeakage} from "../../../lib/lab/leakage/run.js";
import {labPanel} from "../../panel.js";

/**
 * The button of the trainings; `found` is an input whose value is what they have found so far, which stays where they are
 * cancelled.
 */
export function trainingsPanel(address: LeakageState) {
  const found = shownInput<Findings>();
  const ran = address.input("run", silentInput());
  const panel = labPanel<LeakageChoice, Findings>({
    verb: "Run the trainings",
    label: "Training under each label",
    run: (choice, options) => runLeakage(lab, choice, options, found.show),
    summary: ({cells}) => `Trained ${formatCount(cells.length)} models`,
    begin: address.values.run,
    published: (choice) => publishedResult<Findings>("leakage", choice),
    follows: true,
    onRan: ran.set
  });
  panel.element.addEventListener("input", () => found.show(panel.element.value ?? found.value ?? null));
  return {...panel, found};
}

/** The button of the cutoffs; `found` as above. */
export function driftPanel(address: LeakageState, span: {first_purchase: string; cutoff: string}) {
  const found = shownInput<Drift>();
  const ran = address.input("drift", silentInput());
  const panel = labPanel<DriftChoice, Drift>({
    verb: "Roll through the cutoffs",
    label: "Rolling through the cutoffs",
    run: (choice, options) =>
      runDrift(lab, choice, {start: span.first_purchase, end: span.cutoff}, options, found.show),
    summary: ({snapshots}) => `Asked at ${formatCount(snapshots.length)} cutoffs`,
    begin: address.values.drift,
    published: (choice) => publishedResult<Drift>("drift", choice),
    onRan: ran.set
  });
  panel.element.addEventListener("input", () => found.show(panel.element.value ?? found.value ?? null));
  return {...panel, found};
}
