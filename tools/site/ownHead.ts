import {toldShop} from "../../lib/shop.js";
import {site} from "../../vitrine.config.js";

/** A value as a script in HTML has it: what would end the script does not. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");

/**
 * Where a browser keeps a reader's own shop and shows it, a page drops before its first paint what it was built with, and
 * says whose data it shows, in its currency; one click goes back to the published ones. Another tab that switches is told of.
 */
export const ownHead = `try {
  globalThis.vitrineShop = ${inScript(toldShop)};
  const own = JSON.parse(localStorage.getItem("vitrine-own") ?? "null");
  if (own?.inUse) document.documentElement.className = "addressed own";
  if (own?.inUse) globalThis.vitrineShop = own.shop ?? {};
  addEventListener("DOMContentLoaded", () => {
    const badge = document.querySelector("#own-badge");
    if (own?.inUse && badge) {
      const currency = document.querySelector("#shop-currency");
      if (currency) currency.textContent = own.shop?.currency ?? ${inScript(site.currency)};
      badge.querySelector(".own-files").textContent = (own.shop?.name ? own.shop.name + ": " : "") + own.files.map(({file}) => file).join(", ");
      badge.querySelector(".own-dates").textContent = String(own.firstPurchase).slice(0, 10) + " to " + String(own.lastPurchase).slice(0, 10);
      badge.querySelector("button").addEventListener("click", () => {
        localStorage.setItem("vitrine-own", JSON.stringify({...own, inUse: false}));
        location.reload();
      });
    }
    addEventListener("storage", ({key, newValue}) => {
      const shown = (text) => { const {id, inUse} = JSON.parse(text ?? "null") ?? {}; return inUse ? id : ""; };
      if (key !== "vitrine-own" || shown(newValue) === shown(JSON.stringify(own)) || document.querySelector("#own-changed")) return;
      const words = document.createElement("p");
      words.id = "own-changed";
      words.className = "problem";
      words.setAttribute("role", "status");
      words.textContent = own?.inUse && newValue === null
        ? "Your data were forgotten in another tab: this page shows what it had read of them, until it is loaded anew. "
        : "Another tab has switched to other data: this page still shows those from before. ";
      const again = document.createElement("button");
      again.type = "button";
      again.textContent = "Reload this page";
      again.addEventListener("click", () => location.reload());
      words.append(again);
      document.querySelector("#observablehq-main")?.append(words);
    });
  });
} catch {}`;

/** What stands in the head of every page where the browser shows a reader's own shop; hidden elsewhere. */
export const ownBadge = `<details id="own-badge" class="data-badge own">
<summary>Your data, only in this browser</summary>
<div class="data-badge-files"><p>Every number comes from your files, which never left this browser: <span class="own-files"></span>; orders from <span class="own-dates"></span>.</p>
<p><button type="button">Show the published data</button> <a href="/about/your-data">Your data</a></p></div>
</details>`;
