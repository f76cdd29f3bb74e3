import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, openGroups, settled, site, visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const train = (page: Page) => page.getByRole("button", {name: "Train", exact: true}).click();
const report = (page: Page) => page.locator(".train-report");
const device = (page: Page) => page.locator(".train-device");

/** Opens the page of the model and waits until it has its orders. */
async function open(query = "") {
  const visited = await visit(browser, `${site}models/late.html${query}`);
  await settled(visited.page);
  return visited;
}

/** The coefficients in the table of their chart, to all digits shown. */
async function coefficients(page: Page): Promise<string> {
  const chart = page.locator("figure[aria-labelledby=chart-late-coefficients-title]");
  await chart.getByRole("button", {name: /^Table/}).click();
  const table = chart.locator("table");
  await table.waitFor();
  return table.innerText();
}

describe.concurrent("the model that predicts lateness", () => {
  it("opens with what was published, trains when asked, on the backend that fits, and checks itself", async () => {
    const {page, problems, close} = await open();
    const published = await page.locator("main .answer").innerText();
    expect(published).toMatch(/gives the late one the higher risk .* %/);
    expect(await page.locator(".training").innerText()).toMatch(/when the site was built/);
    expect(page.workers().some((worker) => worker.url().includes("train.worker"))).toBe(false);
    await train(page);
    await page.locator('.training[data-state="ready"]').waitFor();
    await settled(page);
    expect(await device(page).innerText()).toMatch(/^running on (cpu, float64|webgl \(.+\), float32)$/);
    expect(await page.locator(".train-check").getAttribute("data-ok")).toBe("true");
    expect(await page.locator("main .answer").innerText()).toBe(published);
    const auc = await page.locator("section[aria-label=ROC-AUC] .kpi-value").innerText();
    expect(Number(auc)).toBeGreaterThan(0.6);
    expect(new URL(page.url()).searchParams.get("run")).toBe("true");
    expect(problems).toEqual([]);
    await close();
  });

  it.sequential("trains on webgl where that is asked for, with the loss of float64", async () => {
    const {page, problems, close} = await open("?backend=webgl&steps=30");
    await train(page);
    await report(page).waitFor();
    expect(await device(page).getAttribute("data-backend")).toBe("webgl");
    expect(await device(page).innerText()).toMatch(/^running on webgl \(.+\), float32$/);
    expect(await page.locator(".train-check").innerText()).toMatch(/webgl reports.*agrees with float64/);
    expect(await page.locator(".train-fell-back").count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  it("trains the same model for whoever opens a copied address", async () => {
    const address = "?C=0.05&l1=0.9&steps=40&seed=5&backend=cpu&run=true";
    const [one, other] = await Promise.all([open(address), open(address)]);
    const [mine, theirs] = [await coefficients(one.page), await coefficients(other.page)];
    expect(mine).toBe(theirs);
    expect(mine).toMatch(/Tightness of the promise/);
    expect(await one.page.locator("main .answer").innerText()).toBe(
      await other.page.locator("main .answer").innerText()
    );
    await one.close();
    await other.close();
  });

  it("says that the inputs have changed since the training", async () => {
    const {page, close} = await open("?steps=5&backend=cpu&run=true");
    await report(page).waitFor();
    await openGroups(page);
    await page.getByLabel("Seed").fill("9");
    await page.getByText("The inputs have changed since").waitFor();
    await page.waitForFunction(() => !new URL(location.href).searchParams.has("run"));
    await close();
  });

  it.sequential("falls to the CPU, and says so, where WebGL is missing or gets lost", async () => {
    const {page, close} = await open("?steps=5&backend=cpu&run=true");
    await report(page).waitFor();
    const worker = page.workers().find((candidate) => candidate.url().includes("train.worker"))!;
    await worker.evaluate(() => {
      const original = Reflect.get(OffscreenCanvas.prototype, "getContext") as (
        ...asked: unknown[]
      ) => unknown;
      const held = globalThis as typeof globalThis & {contexts?: WebGL2RenderingContext[]};
      held.contexts = [];
      let refused = false;
      Reflect.set(
        OffscreenCanvas.prototype,
        "getContext",
        function (this: OffscreenCanvas, ...asked: unknown[]) {
          const context = refused ? (Reflect.apply(original, this, asked) as WebGL2RenderingContext) : null;
          refused = true;
          if (context) held.contexts?.push(context);
          return context;
        }
      );
    });
    await openGroups(page);
    await page.getByLabel("Run on").selectOption({label: "webgl, float32"});
    await train(page);
    await page.getByText("This browser offers no WebGL, so the training ran on the CPU instead.").waitFor();
    await page.getByLabel("Steps").first().fill("400");
    await train(page);
    await page.locator(".progress progress:not([value='0'])").waitFor();
    await worker.evaluate(() => {
      const held = globalThis as typeof globalThis & {contexts?: WebGL2RenderingContext[]};
      held.contexts?.at(-1)?.getExtension("WEBGL_lose_context")?.loseContext();
    });
    await page.getByText("WebGL failed (the GPU was lost)").waitFor();
    expect(await device(page).innerText()).toBe("running on cpu, float64");
    expect(await page.locator(".train-check").getAttribute("data-ok")).toBe("true");
    await close();
  });

  it("says in a sentence that the learning rate is too large", async () => {
    const {page, problems, close} = await open("?rate=100&C=1000&backend=cpu");
    await train(page);
    await page.getByText("Choose a learning rate below 100").first().waitFor();
    await page.waitForFunction(() => !new URL(location.href).searchParams.has("run"));
    expect(problems).toEqual([]);
    await close();
  });

  it("keeps its defaults where the address asks for the impossible, and says so", async () => {
    const {page, problems, close} = await open("?C=-1&steps=many&backend=abacus&held=7");
    expect(await page.getByLabel("Penalty C").inputValue()).toBe("0.01");
    expect(await page.locator("main .problem[role=status]").innerText()).toMatch(/steps/);
    expect(problems).toEqual([]);
    await close();
  });

  it.sequential("stops within moments when cancelled, and trains again after that", {retry: 2}, async () => {
    const {page, problems, close} = await open("?backend=webgl&steps=2000");
    await train(page);
    await page.locator(".train-curve svg").waitFor();
    const asked = performance.now();
    await page.getByRole("button", {name: /^Cancel/}).click();
    await page.locator('.training[aria-busy="false"]').waitFor();
    expect(performance.now() - asked).toBeLessThan(1500);
    await page.waitForFunction(() => !new URL(location.href).searchParams.has("run"));
    await openGroups(page);
    await page.getByLabel("Run on").selectOption({label: "cpu, float64"});
    await page.getByLabel("Steps").first().fill("10");
    await train(page);
    await report(page).waitFor();
    expect(await report(page).innerText()).toMatch(/10 steps/);
    expect(problems).toEqual([]);
    await close();
  });
});
