import {currencySign} from "../../../lib/format.js";
import type {CampaignWords} from "../../../lib/decide/words.js";
import {leaving} from "../../../lib/decide/words.js";
import type {CampaignTarget, WorthBy} from "../../../lib/lab/decisionParameters.js";
import {decisionBounds, targets, worths} from "../../../lib/lab/decisionParameters.js";
import {familyNames} from "../../../lib/lab/names.js";
import {families} from "../../../lib/lab/parameters.js";
import {numberInput} from "../../numberInput.js";
import {radioInput} from "../../choiceInput.js";
import {toggleInput} from "../../toggleInput.js";

const worthTexts: Record<WorthBy, string> = {
  constant: "the same for all",
  order: "each one’s own mean order",
  own: "what each one has spent so far"
};

const targetTexts: Record<CampaignTarget, string> = {
  auto: "whichever suits the label",
  lost: "most likely to be lost",
  back: "most likely to come back"
};

/** Which model is trained. */
export const familyInput = () => radioInput(families, "Model", familyNames);

/** The inputs of the page, in the words of the campaign. */
export const decisionInputs = {
  target: () => radioInput(targets, "Contact those", targetTexts),
  contact: ({aOne}: CampaignWords = leaving) =>
    numberInput(decisionBounds.contact, {
      label: `Cost of contacting ${aOne}`,
      unit: currencySign,
      step: 0.1,
      slider: [0, 100]
    }),
  wrong: ({others}: CampaignWords = leaving) =>
    numberInput([...decisionBounds.wrong], {
      label: `Further cost of contacting one who ${others}`,
      unit: currencySign,
      step: 0.5,
      slider: [0, 500]
    }),
  saves: ({sought, possible}: CampaignWords = leaving) =>
    numberInput([...decisionBounds.saves], {
      label: `Share of the contacted ${sought} that ${possible}`,
      unit: "share",
      step: 0.005,
      slider: true
    }),
  worthBy: ({gain}: CampaignWords = leaving) => radioInput(worths, `${gain} is worth`, worthTexts),
  worth: () =>
    numberInput([...decisionBounds.worth], {
      label: "Value, where the same for all",
      unit: currencySign,
      step: 0.01,
      slider: true
    }),
  capacity: () => numberInput([...decisionBounds.capacity], {label: "Contacts, at most (capacity)", step: 1}),
  scaled: () => toggleInput("Scale from the held-out part to everybody"),
  threshold: () => numberInput([...decisionBounds.threshold], {label: "Threshold", step: 0.001, slider: true})
};
