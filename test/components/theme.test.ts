// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {isDark, watchTheme} from "../../src/components/theme.js";
import {browser} from "../support/dom.js";

describe("watchTheme", () => {
  it("tells an element of every turn while it is on the page, and not after", () => {
    const page = browser();
    const element = page.attach(document.createElement("div"));
    let turns = 0;
    element.addEventListener("themechange", () => ++turns);
    watchTheme(element);
    page.turn(true);
    expect([turns, isDark()]).toEqual([1, true]);
    element.remove();
    page.turn(false);
    document.body.append(element);
    page.turn(true);
    expect(turns).toBe(1);
  });
});
