import {html} from "npm:htl";

const parameter = "embed";

/** The address of the open page without what shows one chart alone. */
function pageAddress(): URL {
  const address = new URL(location.href);
  address.searchParams.delete(parameter);
  return address;
}

const escapes: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character]);

/**
 * HTML that shows a chart of the open page, as it is set, on another page.
 * @param height pixels that the chart takes now
 */
export function embedCode(name: string, {title, height}: {title: string; height: number}): string {
  const address = pageAddress();
  address.hash = "";
  address.searchParams.set(parameter, name);
  return `<iframe src="${escaped(address.href)}" title="${escaped(title)}" width="100%" height="${Math.ceil(height)}" style="border: 0" loading="lazy"></iframe>`;
}

/** Shows a chart alone if the address asks for it by its name, with a line that says where it comes from. */
export function embedIfAsked(figure: HTMLElement, name: string): void {
  if (document.documentElement.dataset.embed !== name) return;
  figure.classList.add("embedded");
  const data = document.querySelector("#data-badge > summary")?.textContent?.trim();
  figure.append(
    html`<p class="embed-source">
      <a href=${pageAddress().href} target="_blank" rel="noopener">${document.title}</a
      >${data ? `. ${data}.` : ""}
    </p>`
  );
}
