/** What holds a clock to a page: these tests run after all others, with nothing beside them. */
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {launch, settled, site, visit} from "../support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Opens a page and waits until everything asked for in its address is worked out. */
async function open(address: string) {
  const visited = await visit(browser, `${site}${address}`);
  await settled(visited.page, 100_000);
  return visited;
}

it(
  "what if moves score and waterfall within 50 ms of a hand on a slider, and keeps the change in the address",
  {retry: 2},
  async () => {
    const {page, problems, close} = await open(
      "models/explain.html?label=late&lr_C=0.05&rf_trees=40&gb_rounds=40&xgb_rounds=300&run=true&by=lowest&nth=3"
    );
    const after = "figure[aria-labelledby=chart-explain-after-title]";
    const before = await page.locator(`${after} h2`).innerText();
    const milliseconds = await page.evaluate(async (picture) => {
      const slider = document.querySelector<HTMLInputElement>(".whatif input[type=range]");
      if (!slider) throw new Error("no slider");
      const times: number[] = [];
      for (let step = 1; step <= 10; step++) {
        const old = document.querySelector(`${picture} svg`);
        const begin = performance.now();
        slider.value = String(Number(slider.min) + (step / 10) * (Number(slider.max) - Number(slider.min)));
        slider.dispatchEvent(new Event("input", {bubbles: true}));
        times.push(performance.now() - begin);
        while (!document.querySelector(`${picture} svg`) || document.querySelector(`${picture} svg`) === old)
          await new Promise(requestAnimationFrame);
      }
      return times.sort((a, b) => a - b);
    }, after);
    expect(milliseconds[5]).toBeLessThan(50);
    expect(await page.locator(`${after} h2`).innerText()).not.toBe(before);
    expect(await page.locator(".whatif-answer").innerText()).toMatch(/The score moves by [+−]\d/);
    await expect.poll(() => new URL(page.url()).searchParams.get("whatif")).toMatch(/^\w+:-?\d/);

    await page.getByRole("button", {name: "Reset", exact: true}).click();
    expect(await page.locator(".whatif-answer").innerText()).toMatch(/Nothing is changed yet/);
    await expect.poll(() => new URL(page.url()).searchParams.get("whatif")).toBeNull();
    expect(problems).toEqual([]);
    await close();
  }
);

it("the page that trains stops within 200 ms when cancelled, stays usable meanwhile, and trains again", async () => {
  const {page, problems, close} = await open(
    "models/train.html?xgb_rounds=2000&xgb_depth=8&gb_rounds=20&rf_trees=20"
  );
  const train = page.getByRole("button", {name: "Train", exact: true});
  await train.click();
  await page.getByText(/^Training, [1-9]\d?\s%|Growing/).waitFor({timeout: 60_000});
  // How long the page itself is busy at once while workers train.
  const longest = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let [last, most, ticks] = [performance.now(), 0, 0];
        const tick = () => {
          most = Math.max(most, performance.now() - last);
          last = performance.now();
          if (++ticks < 40) setTimeout(tick, 10);
          else resolve(most);
        };
        tick();
      })
  );
  expect(longest).toBeLessThan(200);
  const stopped = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const panel = document.querySelector<HTMLElement>(".training[aria-busy=true]");
        const cancel = panel?.querySelector<HTMLButtonElement>(".progress button");
        const asked = performance.now();
        new MutationObserver(() => {
          if (panel?.getAttribute("aria-busy") === "false") resolve(performance.now() - asked);
        }).observe(panel!, {attributes: true});
        cancel!.click();
      })
  );
  expect(stopped).toBeLessThan(200);
  await page.waitForFunction(() => !new URL(location.href).searchParams.has("run"));
  await page.getByText("XGBoost-style boosting", {exact: true}).first().click();
  await page.locator("details[open]").getByLabel("Trees").fill("30");
  await page.locator("details[open]").getByLabel("Depth").fill("3");
  await train.click();
  await page
    .locator(".lab-results:not(.snapshot *)", {hasText: "Ranking and probabilities"})
    .waitFor({timeout: 120_000});
  await settled(page);
  expect(problems).toEqual([]);
  await close();
});
