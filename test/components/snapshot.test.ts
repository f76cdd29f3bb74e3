// @vitest-environment jsdom
import {afterEach, expect, it, vi} from "vitest";
import {copiesOf, dropSnapshots, snapshotOf} from "../../src/components/snapshot.js";

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.className = "";
  vi.restoreAllMocks();
});

it("finds what a part was built with by its name, where it is in sight", () => {
  document.body.innerHTML = `<observablehq-loading class="snapshot"><span class="snapshot-wide"><figure data-chart="late">a</figure></span>
    <span class="snapshot-narrow"><figure data-chart="late">b</figure></span></observablehq-loading><figure data-chart="score">c</figure>`;
  vi.spyOn(Element.prototype, "getClientRects").mockImplementation(function (this: Element) {
    return (this.closest(".snapshot-narrow") ? [{}] : []) as unknown as DOMRectList;
  });
  expect(snapshotOf("chart", "late")?.textContent).toBe("b");
  expect([snapshotOf("chart", "score"), snapshotOf("pending", "late")]).toEqual([undefined, undefined]);
  document.body.replaceChildren();
  expect(snapshotOf("chart", "late")?.textContent, "though its cell's snapshot has gone").toBe("b");
});

it("copies, so that what stands on the page stays there", () => {
  document.body.innerHTML = "<p>one <b>two</b></p>";
  const copies = copiesOf(document.body);
  expect(copies.map(({textContent}) => textContent)).toEqual(["one two"]);
  expect(document.body.contains(copies[0])).toBe(false);
});

it("drops all of it at once", () => {
  dropSnapshots();
  expect(document.documentElement.classList.contains("addressed")).toBe(true);
  expect(snapshotOf("chart", "late")).toBeUndefined();
});
