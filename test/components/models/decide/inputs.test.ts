// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {parseState} from "../../../../lib/state/parseState.js";
import {decisionInputs} from "../../../../src/components/models/decide/inputs.js";
import {campaignOf, decisionParameters} from "../../../../lib/lab/decisionParameters.js";
import {formsKeepValues} from "../../../support/formValues.js";

formsKeepValues();

describe("the inputs of a decision", () => {
  it("stand for a campaign in cents", () => {
    const {values} = parseState(decisionParameters, "?contact=1.29&worth=99.9&saves=0.2");
    expect(campaignOf(values)).toEqual({
      contactCents: 129,
      wrongFlagCents: 0,
      saveRate: 0.2,
      savedValue: 9990
    });
    expect(campaignOf({...values, worthBy: "own"}).savedValue).toBe("own");
  });

  it("offer every parameter, its default among the values", () => {
    expect(Object.keys(decisionInputs)).toEqual(Object.keys(decisionParameters));
    for (const [name, make] of Object.entries(decisionInputs)) {
      const parameter = decisionParameters[name as keyof typeof decisionParameters];
      const input: HTMLElement & {value: unknown} = make();
      input.value = parameter.fallback;
      expect(input.value, name).toBe(parameter.fallback);
      expect(parameter.admits(input.value), name).toBe(true);
      expect(input.querySelector("label")?.textContent, name).toBeTruthy();
    }
  });

  it("refuse what makes no campaign", () => {
    const {values, problems} = parseState(decisionParameters, "?saves=1.5&contact=-1&capacity=2.5&worthBy=x");
    expect(problems).toHaveLength(4);
    expect(values).toMatchObject({saves: 0.1, contact: 0.2, capacity: 1000, worthBy: "constant"});
  });
});
