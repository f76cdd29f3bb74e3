import {html} from "npm:htl";
import {copyText} from "./exports.js";

/**
 * A button that copies an address and says so; where the browser keeps the clipboard to itself, it shows the address,
 * selected, to be copied by hand.
 * @param address gives the address when the button is pressed
 */
export function copyLink(address: () => string = () => location.href): HTMLElement {
  const said = html`<span class="copy-link-said"></span>`;
  const copy = async () => {
    const text = address();
    if (await copyText(text, "Link", "The link could not be copied; it is selected to be copied by hand")) {
      said.textContent = "Link copied";
      setTimeout(() => said.replaceChildren(), 3_000);
      return;
    }
    const field = html`<input
      type="text"
      readonly
      value=${text}
      aria-label="Link to this page"
    />` as HTMLInputElement;
    said.replaceChildren(field);
    field.select();
  };
  return html`<span class="copy-link"
    ><button type="button" onclick=${() => void copy()}>Copy link</button> ${said}</span
  >`;
}
