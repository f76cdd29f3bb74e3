import {readFileSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, settled, site, visit} from "./support.js";
import type {Visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const answer = async (page: Page) => plain(await page.locator("main .answer").innerText());
const quick = "run=true&label=recency&days=120&asof=2017-09-01&preset=safe&xgb_rounds=20&xgb_eta=0.3";

async function open(query: string) {
  const visited = await visit(browser, `${site}models/decide.html?${query}`);
  await visited.page.locator(".model-files").waitFor({timeout: 90_000});
  await settled(visited.page);
  return visited;
}

async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: button}).click()
  ]);
  return readFileSync(await download.path(), "utf8");
}

describe.concurrent("the page that decides", () => {
  it("trains nothing before it is asked", async () => {
    const {page, problems, close} = await visit(browser, `${site}models/decide.html`);
    await settled(page);
    const panel = page.getByRole("region", {name: "Training the model"});
    expect(await panel.getAttribute("data-state")).toBe("built");
    expect(await panel.innerText()).toMatch(/Trained when the site was built.*press Train/);
    expect(problems).toEqual([]);
    await close();
  });

  it("follows the assumptions at once, without training again, and keeps them in the address", async () => {
    const {page, problems, close} = await open(`${quick}&capacity=300`);
    const before = await answer(page);
    expect(before).toMatch(
      /^Contacting the 300 customers .* \(95 % interval .* contacting nobody earns R\$ 0/
    );
    const status = await page.locator(".training .progress-text").innerText();
    const input = page.getByLabel(/^Cost of contacting a customer/).first();
    await input.fill("9");
    await page.waitForFunction((old) => document.querySelector("main .answer")?.textContent !== old, before);
    await page.getByText("Contacting a customer costs R$ 9.00").waitFor();
    expect(await answer(page)).not.toBe(before);
    expect(await page.locator(".training .progress-text").innerText()).toBe(status);
    await page.waitForFunction(() => new URL(location.href).searchParams.get("contact") === "9");
    for (const [text, cost, contact] of [
      ["0,35", "R$ 0.35", "0.35"],
      ["1.250,50", "R$ 1,250.50", "1250.5"]
    ]) {
      await input.fill(text);
      await page.getByText(`Contacting a customer costs ${cost}`).waitFor();
      await page.waitForFunction(
        (said) => new URL(location.href).searchParams.get("contact") === said,
        contact
      );
    }
    await input.fill("1.250");
    await page.getByText("“1.250” could be 1,250 or 1.25").waitFor();
    await page.getByLabel("Threshold").first().fill("0.2");
    await page.locator("h2", {hasText: "At 0.200,"}).waitFor();
    await page.getByLabel("most likely to come back").check();
    await page.getByText("One more order is worth").first().waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});

describe.concurrent("a model's files", () => {
  it("say in SQL, run by DuckDB in the tab, what the model of each family says", async () => {
    const {page, problems, close} = await open(`${quick}&family=xgboost&rf_trees=10`);
    const hash = page.locator(".model-hash");
    let before = "";
    for (const family of ["XGBoost-style boosting", "Random forest", "Logistic regression"]) {
      if (before !== "") {
        await page.getByLabel(family, {exact: true}).check();
        await page.getByRole("button", {name: "Train", exact: true}).click();
      }
      await hash.filter({hasNotText: before || "none yet"}).waitFor({timeout: 90_000});
      before = await hash.innerText();
      await settled(page);
      await page.getByRole("button", {name: "Check in DuckDB"}).click();
      const check = page.locator(".model-check [data-ok]");
      await check.waitFor();
      expect(await check.getAttribute("data-ok"), family).toBe("true");
      expect(Number(await check.getAttribute("data-difference")), family).toBeLessThan(1e-6);
    }
    expect(problems).toEqual([]);
    await close();
  });
});

describe("a model, once trained,", () => {
  let reader: Visit;
  beforeAll(async () => {
    reader = await open(`${quick}&capacity=25`);
  });
  afterAll(() => reader.close());

  it("lists as many customers as can be contacted, and scores everybody", async () => {
    const {page} = reader;
    const frame = page.locator(".table-frame", {hasText: "customers to contact"});
    await frame.waitFor();
    expect(await frame.locator(".table-rows").innerText()).toBe("25 rows");
    const list = (await saved(page, "CSV of 25 customers to contact")).trim().split(/\r\n/);
    expect(list).toHaveLength(26);
    expect(list[0]).toMatch(/^rank,customer_unique_id,customer_key,score,expected_value_brl,held_out,/);
    const everybody = (await saved(page, "CSV of the scores of all")).trim().split(/\r\n/);
    expect(everybody.length).toBeGreaterThan(list.length);
    expect(everybody[1]).toBe(list[1]);
    expect(list[1].split(",")[1]).toMatch(/^[0-9a-f]{32}$/);
    const scores = everybody.slice(1).map((line) => Number(line.split(",")[3]));
    expect(scores.every((score, i) => i === 0 || score <= scores[i - 1])).toBe(true);
  });

  it("comes back in with identical scores, and other files with a sentence", async () => {
    const {page, problems} = reader;
    const hash = await page.locator(".model-hash").innerText();
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const xgboost = await saved(page, "XGBoost model (JSON)");
    const card = JSON.parse(await saved(page, "Model card (JSON)")) as {modelHash: string};
    expect(card.modelHash).toBe(hash);
    const give = (name: string, text: string) =>
      page
        .locator(".model-in input[type=file]")
        .setInputFiles({name, mimeType: "application/json", buffer: Buffer.from(text)});
    await give("mine.json", xgboost);
    const compared = page.locator(".model-in-result [data-difference]");
    await compared.waitFor();
    expect(Number(await compared.getAttribute("data-difference"))).toBeLessThan(1e-6);
    expect(await compared.innerText()).toMatch(/mine\.json: 20 trees .* Identical scores/);
    await give("other.json", xgboost.replace('"feature_names":["', '"feature_names":["mood_of_'));
    await page.locator(".model-in-result .problem", {hasText: "mood_of_"}).waitFor();
    await give("early.json", xgboost.replace('"attributes":{}', '"attributes":{"best_iteration":"3"}'));
    await page.getByText(/of the file’s 20 rounds the first 4 count, up to the best one/).waitFor();
    expect(await compared.innerText()).toMatch(/early\.json: 4 trees .* Other scores/);
    await give("model.ubj", "{L\0\0\0\0\0\0\0\x07learner{}}");
    await page.getByText(/This is UBJSON, XGBoost’s binary format: use save_model/).waitFor();
    await give("<img src=x onerror=alert(1)>.json", "not a model");
    await page.getByText(/The file is not JSON/).waitFor();
    expect(await page.locator(".model-in-result img").count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it("is the same for whoever opens a copied address", async () => {
    const [one, other] = [reader, await open(`${quick}&capacity=25`)];
    expect(await one.page.locator(".model-hash").innerText()).toBe(
      await other.page.locator(".model-hash").innerText()
    );
    expect(await answer(one.page)).toBe(await answer(other.page));
    await other.close();
  });

  it("warns where scores are no probabilities, and calibrates when asked", async () => {
    const {page} = reader;
    const card = page.locator("[data-calibrate]");
    expect(await card.getAttribute("data-calibrate")).toBe("true");
    expect(await card.innerText()).toContain("scale_pos_weight 2.1");
    await card.getByRole("button", {name: "Prior correction"}).click();
    await page.getByText("The inputs have changed since").waitFor();
    await page.waitForFunction(() => new URL(location.href).searchParams.get("calibration") === "prior");
  });
});
