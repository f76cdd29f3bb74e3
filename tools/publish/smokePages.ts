import {wings} from "../../lib/pages.js";
import {chromiumFlags} from "../test/chromium.js";

/** The executive page and the first page of every wing: together they start all engines but the kernels. */
const pages = ["index.html", ...wings.map(({folder, pages: [first]}) => `${folder}/${first.page}.html`)];

const patience = 120_000;

/**
 * Opens pages of a published site in Chromium and says, a sentence each, what fails in them: errors, answers that are
 * missing, and requests that leave the site's origin. Gives how many were opened too.
 */
export async function smokePages(
  base: string,
  executablePath: string
): Promise<{problems: string[]; opened: number; requests: number}> {
  const {chromium} = await import("playwright-core");
  const browser = await chromium.launch({executablePath, args: chromiumFlags});
  const problems: string[] = [];
  let requests = 0;
  try {
    for (const path of pages) {
      const context = await browser.newContext({
        viewport: {width: 1280, height: 900},
        serviceWorkers: "block"
      });
      const page = await context.newPage();
      const found: string[] = [];
      page.on("pageerror", ({message}) => found.push(`fails: ${message}`));
      page.on("console", (message) => {
        if (message.type() === "error") found.push(`says: ${message.text()}`);
      });
      context.on("request", (request) => {
        if (/^(?:data|blob):/.test(request.url())) return;
        requests++;
        if (!request.url().startsWith(base)) found.push(`asks ${request.url()}, which is not of this site`);
      });
      try {
        await page.goto(`${base}${path}`, {timeout: patience});
        await page.waitForFunction(
          () =>
            document.readyState === "complete" &&
            document.querySelector(
              "[data-at-work], [aria-busy=true], observablehq-loading:not(.snapshot), html:not(.addressed) .snapshot.waits"
            ) === null,
          undefined,
          {timeout: patience, polling: 200}
        );
        const broken = await page.locator(".observablehq--error").allInnerTexts();
        found.push(...broken.map((text) => `fails: ${text}`));
        if ((await page.locator("#data-badge").count()) === 0) found.push("lacks the badge of its data");
      } catch (error) {
        found.push(`does not open: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
      }
      problems.push(...new Set(found.map((problem) => `${path} ${problem}`)));
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return {problems, opened: pages.length, requests};
}
