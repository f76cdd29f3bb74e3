// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {marked, woven} from "../../tools/snapshots/weave.js";

const loading = "<observablehq-loading></observablehq-loading>";
const cell = (id: string) => `<!--:${id}:-->`;
const parsed = (html: string) => new DOMParser().parseFromString(html, "text/html").body;

describe("a page with what its cells showed", () => {
  const page = `<p class="answer">${loading}${cell("aaaaaaaa")}</p>\n<div class="observablehq--block">${cell("bbbbbbbb")}</div>\n<p>Plain ${loading}${cell("aaaaaaaa-1")} text.</p>`;

  it("is marked where each cell begins", () => {
    expect(marked(page)).toContain(
      `<p class="answer"><!--snap:aaaaaaaa:-->${loading}${cell("aaaaaaaa")}</p>`
    );
    expect(marked(page)).toContain(`<!--snap:bbbbbbbb:-->${cell("bbbbbbbb")}`);
  });

  it("holds each right before its cell, once where it looks the same on a phone", () => {
    const shown = {":aaaaaaaa:": "2,801 came back", ":bbbbbbbb:": "<figure>wide</figure>"};
    const body = parsed(woven(page, shown, {...shown, ":bbbbbbbb:": "<figure>narrow</figure>"}));
    const [answer, chart] = body.querySelectorAll("observablehq-loading.snapshot");
    expect(answer.parentElement?.className).toBe("answer");
    expect([answer.textContent, answer.classList.contains("waits")]).toEqual(["2,801 came back", true]);
    expect([...chart.children].map((part) => part.outerHTML)).toEqual([
      '<span class="snapshot-wide"><figure>wide</figure></span>',
      '<span class="snapshot-narrow"><figure>narrow</figure></span>'
    ]);
    expect(chart.classList.contains("waits")).toBe(false);
    expect([answer, chart].map((one) => one.nextSibling?.nodeValue)).toEqual([":aaaaaaaa:", ":bbbbbbbb:"]);
  });

  it("leaves a cell that showed nothing as it was", () => {
    expect(woven(page, {":bbbbbbbb:": ""}, {})).toBe(page);
  });

  it("makes a paragraph that would hold blocks a div, and only that", () => {
    const shown = {":aaaaaaaa:": "<div><p>one</p><p>two</p></div>", ":aaaaaaaa-1:": "<b>bold</b>"};
    const body = parsed(woven(page, shown, shown));
    expect(body.querySelector(".answer")?.outerHTML).toMatch(
      /^<div class="paragraph answer"><observablehq-loading/
    );
    expect(body.querySelector(".answer")?.lastChild?.nodeValue).toBe(":aaaaaaaa:");
    expect([...body.children].map(({localName}) => localName)).toEqual(["div", "div", "p"]);
    expect(body.lastElementChild?.textContent).toBe("Plain bold text.");
  });
});
