// @vitest-environment jsdom
import {expect, it} from "vitest";
import {swappedMonths, workingOn} from "../../../src/components/overview/notes.js";

it("says which months are shown where they are turned round", () => {
  expect(swappedMonths("2018-03", "2017-11").textContent).toContain(
    "what lies between is shown, Nov 2017 to Mar 2018."
  );
});

it("shows that figures are on their way until they are there, or until they fail", async () => {
  for (const begin of [() => Promise.resolve(1), () => Promise.reject(new Error("lost"))]) {
    const figure = begin();
    const sign = workingOn("Auto", [figure]);
    document.body.replaceChildren(sign);
    expect(document.body.textContent).toContain("The figures of Auto are worked out");
    await figure.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.body.textContent).toBe("");
  }
});
