import {html} from "npm:htl";
import {currencyNames, timeZones} from "../../lib/intlNames.js";
import type {Shop} from "../../lib/shop.js";
import {placeKinds, shop as shown} from "../../lib/shop.js";
import {chooser} from "./chooser.js";

const currencies = () => currencyNames().map(([code, name]) => [code, `${code}: ${name}`] as const);
const zones = () => timeZones().map((zone) => [zone, zone] as const);

/**
 * The part of the form that says whose table it is: its name, the currency of its amounts, its time zone and what its places
 * are. `set` gets what is said, which a mapping keeps.
 */
export function shopFields(shop: Shop, set: (shop: Shop) => void): HTMLElement {
  let said = shop;
  const put = (key: keyof Shop) => (value: string) => {
    said = {...said, [key]: value === "" ? undefined : value};
    set(said);
  };
  const name = html`<input type="text" maxlength="80" value=${shop.name ?? ""} />` as HTMLInputElement;
  name.addEventListener("input", (event) => event.stopPropagation());
  name.addEventListener("change", () => put("name")(name.value.trim()));
  const places = Object.entries(placeKinds);
  return html`<fieldset class="own-shop">
    <legend>The shop</legend>
    <div class="own-fields">
      <span data-field="shop-name"><label>Name ${name}</label></span>
      <span data-field="currency"
        >${chooser("Currency of the amounts", currencies(), shop.currency ?? shown.currency, put("currency"))}</span
      >
      <span data-field="zone"
        >${chooser("Time zone", [["", "as this site has it"], ...zones()], shop.timeZone ?? "", put("timeZone"))}</span
      >
      <span data-field="places"
        >${chooser("Its places are", [["", "as the values show"], ...places], shop.places ?? "", put("places"))}</span
      >
    </div>
    <p>
      Amounts are shown in this currency on every page; none is converted. Numbers and days stay written as
      this site writes them.
    </p>
  </fieldset>`;
}
