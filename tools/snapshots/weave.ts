import type {Shown} from "./capture.js";

const cell = /(?:<observablehq-loading><\/observablehq-loading>)?<!--(:[0-9a-f]{8}(?:-\d+)?:)-->/g;

/** A page's HTML with a comment where each cell begins, so that a browser can tell what belongs to it. */
export const marked = (html: string): string =>
  html.replace(cell, (whole, id: string) => `<!--snap${id}-->${whole}`);

/** What may not stand in a paragraph: a parser would close the paragraph before it. */
const block =
  /<(?:address|article|aside|blockquote|details|dialog|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|main|nav|ol|p|pre|section|table|ul)\b/i;

/**
 * A page's HTML in which each cell begins with what it shows: Framework's client takes that element away when the cell
 * first displays something by itself. Where a cell looks another way on a phone, both are there, and the style sheet
 * chooses; where the address asks for something else, a cell that Framework lets wait visibly (`waits`) does so. A
 * paragraph that would hold blocks becomes a `div` of the class `paragraph`.
 */
export function woven(html: string, wide: Shown, narrow: Shown): string {
  const page = html.replace(cell, (whole, id: string) => {
    const [one, other] = [wide[id] ?? "", narrow[id] ?? ""];
    if (one === "" && other === "") return whole;
    const content =
      one === other
        ? `<span>${one}</span>`
        : `<span class="snapshot-wide">${one}</span><span class="snapshot-narrow">${other}</span>`;
    const name = whole.startsWith("<!--") ? "snapshot" : "snapshot waits";
    return `<observablehq-loading class="${name}">${content}</observablehq-loading><!--${id}-->`;
  });
  return withoutBlocksInParagraphs(page);
}

/** Paragraphs as Framework writes them: with no other paragraph within but for what a snapshot brought. */
function withoutBlocksInParagraphs(html: string): string {
  const open = /<p((?: [^>]*)?)>/g;
  const parts: string[] = [];
  let at = 0;
  for (let match = open.exec(html); match; match = open.exec(html)) {
    const start = match.index;
    const first = html.indexOf('<observablehq-loading class="snapshot', start);
    const end = html.indexOf("</p>", start);
    if (first < 0 || first > end) continue;
    const close = paragraphEnd(html, start + match[0].length);
    const inner = html.slice(start + match[0].length, close);
    if (!block.test(inner)) continue;
    const attributes = /class="/.test(match[1])
      ? match[1].replace('class="', 'class="paragraph ')
      : `${match[1]} class="paragraph"`;
    parts.push(html.slice(at, start), `<div${attributes}>`, inner, "</div>");
    at = close + "</p>".length;
    open.lastIndex = at;
  }
  parts.push(html.slice(at));
  return parts.join("");
}

/** Where the paragraph that begins before `from` ends, past all that its snapshots hold. */
function paragraphEnd(html: string, from: number): number {
  const step = /<observablehq-loading\b[^>]*>|<\/observablehq-loading>|<\/p>/g;
  step.lastIndex = from;
  let depth = 0;
  for (let match = step.exec(html); match; match = step.exec(html)) {
    if (match[0] === "</p>") {
      if (depth === 0) return match.index;
    } else depth += match[0].startsWith("</") ? -1 : 1;
  }
  return html.length;
}
