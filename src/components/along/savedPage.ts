import {formatDay} from "../../lib/format.js";
import {controlText} from "./controlText.js";

/** Nothing that works without a script, and nothing that waits. */
const idle =
  "script, noscript, template, link, button, .chart-tools, .copy-link, .progress, .csv-buttons, observablehq-loading, iframe, audio, video, object, embed, input, select, textarea";

/** Elements of a copy with the ones that they were copied from. */
const pairs = (live: Element, copy: Element): [Element, Element][] => {
  const copies = [...copy.querySelectorAll("*")];
  return [...live.querySelectorAll("*")].map((element, i) => [element, copies[i]]);
};

/** An element of the page as it stands, as text and pictures alone. */
function still(live: Element): Element {
  const copy = live.cloneNode(true) as Element;
  const gone: Element[] = [];
  for (const [from, to] of pairs(live, copy)) {
    const picture = from.namespaceURI === "http://www.w3.org/2000/svg";
    if (!picture && from.localName !== "style" && getComputedStyle(from).display === "none") gone.push(to);
    const text = controlText(from);
    if (text !== undefined) to.after(Object.assign(document.createElement("strong"), {textContent: text}));
    if (from instanceof HTMLInputElement && from.type === "radio" && !from.checked) {
      const label = to.closest("label");
      if (label) gone.push(label);
    }
    if (from instanceof HTMLCanvasElement && from.width > 0)
      to.after(Object.assign(document.createElement("img"), {src: from.toDataURL(), alt: ""}));
    if (from instanceof HTMLDetailsElement) to.toggleAttribute("open", true);
    if (from instanceof HTMLAnchorElement && from.hasAttribute("href")) {
      if (/^https?:/.test(from.href) && !from.hasAttribute("download")) to.setAttribute("href", from.href);
      else to.removeAttribute("href");
    }
    if (from instanceof HTMLElement && "savedTable" in from)
      to.querySelector("form, .table-scroll")?.replaceWith((from.savedTable as () => Element)());
    for (const {name} of [...to.attributes])
      if (/^on|^(?:src|srcset|contenteditable|form|list)$/.test(name) && !to.matches("img[src^='data:']"))
        to.removeAttribute(name);
  }
  for (const element of [...gone, ...copy.querySelectorAll(idle), ...copy.querySelectorAll("canvas")])
    element.remove();
  for (const style of copy.querySelectorAll("style"))
    style.textContent = withoutRequests(style.textContent ?? "");
  return copy;
}

const withoutRequests = (css: string) => css.replace(/@import[^;]*;|url\((?!["']?(?:data:|#))[^)]*\)/g, "");

/**
 * The open page as one HTML file that needs nothing else: its answer, charts and tables as they stand, what was chosen as
 * text, where the data come from, and a link back. It runs no script and makes no request, which its own policy forbids.
 * @param styles the page's style sheets
 */
export function savedPage(styles: string, now = new Date()): string {
  const saved = document.implementation.createHTMLDocument(document.title);
  const {head, body} = saved;
  saved.documentElement.lang = document.documentElement.lang || "en";
  const meta = (attributes: Record<string, string>) => {
    const element = saved.createElement("meta");
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    head.append(element);
  };
  head.querySelector("meta[charset]")?.remove();
  const charset = saved.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  head.prepend(charset);
  meta({
    "http-equiv": "Content-Security-Policy",
    content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
  });
  meta({name: "viewport", content: "width=device-width, initial-scale=1"});
  const style = saved.createElement("style");
  style.textContent = `${withoutRequests(styles)}\n${ownLook}`;
  head.append(style);

  const origin = saved.createElement("p");
  origin.className = "saved-origin";
  const link = Object.assign(saved.createElement("a"), {href: location.href, textContent: location.href});
  origin.append(
    `Saved on ${formatDay(now)} from `,
    link,
    ", with what was chosen there. It is as it stood then."
  );
  const center = saved.createElement("div");
  center.id = "observablehq-center";
  center.append(origin);
  for (const selector of ["#observablehq-header", "#observablehq-main", "#observablehq-footer > div"]) {
    const live = document.querySelector(selector);
    if (live) center.append(still(live));
  }
  for (const scrolled of center.querySelectorAll(".data-badge-files")) scrolled.setAttribute("tabindex", "0");
  body.append(center);
  return `<!DOCTYPE html>\n${saved.documentElement.outerHTML}\n`;
}

const ownLook = `#observablehq-center {margin: 0 auto !important; padding: 1rem !important; max-width: 1152px}
.saved-origin a {text-decoration: underline}
.saved-origin {max-width: none; overflow-wrap: anywhere}
#observablehq-header {position: static !important; display: block; height: auto; margin: 1rem 0; padding: 0; border: none}
.data-badge-files {position: static !important; width: auto; max-width: none; box-shadow: none; overflow-x: auto}
#observablehq-main {margin-top: 1rem !important}
.chart-body svg {max-width: 100%; height: auto}
.saved-table {overflow-x: auto}
.saved-table table {font: 13px/1.4 var(--sans-serif); border-collapse: collapse}
.saved-table :is(th, td) {padding: 2px 12px 2px 0; text-align: left}`;
