// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {problem} from "../../src/components/problem.js";
import {progress} from "../../src/components/progress.js";

const bar = (element: Element) => element.querySelector("progress")?.value;

describe("progress", () => {
  it("shows how far a job is and what it does", () => {
    const {element, onProgress} = progress("Training");
    onProgress(0.42, "Step 420");
    expect(bar(element)).toBe(0.42);
    expect(element.querySelector(".progress-text")?.textContent).toBe("Step 420, 42\u00a0%");
    expect(element.querySelector("progress")?.getAttribute("aria-label")).toBe("Training");
  });

  it("aborts the job once when the reader cancels, and then ignores it", () => {
    const {element, signal, onProgress, finish} = progress("Training");
    element.querySelector("button")?.click();
    onProgress(0.9);
    finish("Trained");
    expect(signal.aborted).toBe(true);
    expect(element.dataset.state).toBe("cancelled");
    expect(element.querySelector(".progress-text")?.textContent).toBe("Training: cancelled");
    expect(element.querySelector("button")).toBeNull();
  });

  it("ends with the outcome and without a Cancel button", () => {
    const {element, signal, finish} = progress("Training");
    finish("Trained in 1,2 s");
    expect(signal.aborted).toBe(false);
    expect(bar(element)).toBe(1);
    expect(element.textContent).toContain("Trained in 1,2 s");
    expect(element.querySelector("button")).toBeNull();
  });

  it("stays between none and all, whatever it is told", () => {
    const {element, onProgress} = progress("Training");
    for (const [told, shown] of [
      [NaN, 0],
      [-1, 0],
      [7, 1],
      [Infinity, 0]
    ]) {
      onProgress(told);
      expect(bar(element)).toBe(shown);
      expect(element.textContent).not.toMatch(/NaN|∞/);
    }
  });
});

describe("problem", () => {
  it("says in one sentence what went wrong, aloud", () => {
    const box = problem("The chart could not be drawn", new Error("unknown table: order"));
    expect(box.getAttribute("role")).toBe("alert");
    expect(box.textContent).toBe("The chart could not be drawn: unknown table: order");
  });

  it("reads errors, failed results and sentences, and says something of anything else", () => {
    const read = (error: unknown) => problem("It failed", error).textContent;
    expect(read({ok: false, code: "empty", message: "no rows"})).toBe("It failed: no rows");
    expect(read("choose a later date")).toBe("It failed: choose a later date");
    for (const odd of [undefined, null, 7, {}]) expect(read(odd)).toMatch(/reload the page/);
  });

  it("keeps hostile text as text", () => {
    expect(problem("It failed", "<img src=x onerror=alert(1)>").querySelector("img")).toBeNull();
  });
});
