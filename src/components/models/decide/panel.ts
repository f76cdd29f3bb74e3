import {trainToDecide} from "../../../lib/lab/decide.js";
import type {decisionParameters} from "../../../lib/lab/decisionParameters.js";
import {familyNames} from "../../../lib/lab/names.js";
import type {LabChoice, LabParameters} from "../../../lib/lab/parameters.js";
import type {LabOutcome} from "../../../lib/lab/train.js";
import type {Family} from "../../../lib/learn/families.js";
import type {LabPanel} from "../../panel.js";
import type {PageState} from "../../state.js";
import {lab} from "../crew.js";
import {publishedTraining} from "../published.js";
import {trainPanel} from "../trainPanel.js";

type Choice = LabChoice & {family: Family};

/** The button that trains one family and gets its held-out rows ready for the decision. */
export const decidePanel = (
  address: PageState<LabParameters & typeof decisionParameters>
): LabPanel<Choice, LabOutcome> =>
  trainPanel<Choice>(address, {
    label: "Training the model",
    run: ({family, ...choice}, options) => trainToDecide(lab, choice, family, address.values, options),
    published: ({family, ...choice}) => publishedTraining(choice, [family], {everybody: true}),
    summary: ({models: [model]}) => `Trained: ${familyNames[model.family]}`
  });
