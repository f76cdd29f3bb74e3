/** What the browser is asked to do: functions that stand alone, as they are sent to the page as text. */

/** A cell of a page by its id, with the HTML of what it shows. */
export type Shown = Record<string, string>;

/** Whether a page has said for a second from its first call on that nothing is on its way. */
export function quiet(): boolean {
  const held = window as Window & {quietSince?: number};
  const busy = document.querySelector("[data-at-work], [aria-busy=true], observablehq-loading") !== null;
  held.quietSince = busy ? undefined : (held.quietSince ?? performance.now());
  return held.quietSince !== undefined && performance.now() - held.quietSince > 1000;
}

/**
 * What each cell shows, as HTML that says the same without a script: values of fields as attributes, fields and buttons
 * inert, ids renamed so that none is on the page twice.
 */
export function capture(): Shown {
  const shown: Shown = {};
  const comments = document.createNodeIterator(document.body, NodeFilter.SHOW_COMMENT);
  const starts = new Map<string, Comment>();
  for (let node = comments.nextNode(); node; node = comments.nextNode()) {
    const {data} = node as Comment;
    const [, start, root] = /^(?:(snap:[0-9a-f-]+:)|(:[0-9a-f]{8}(?:-\d+)?:))$/.exec(data) ?? [];
    if (start) starts.set(start.slice(4), node as Comment);
    const from = root && starts.get(root);
    if (!root || !from) continue;
    const range = document.createRange();
    range.setStartAfter(from);
    range.setEndBefore(node);
    const holder = document.createElement("div");
    holder.append(range.cloneContents());
    const live = [...liveElements(from, node)];
    const copies = [...holder.querySelectorAll("*")];
    copies.forEach((copy, i) => keepState(live[i], copy));
    const ids = copies.flatMap(({id}) => (id ? [id] : []));
    for (const copy of copies) {
      rename(copy);
      if (copy.localName === "style") renameIn(copy, ids);
      thin(copy);
    }
    shown[root] = holder.innerHTML;
  }
  return shown;

  function* liveElements(from: Node, to: Node): Generator<Element> {
    for (let node = from.nextSibling; node && node !== to; node = node.nextSibling)
      if (node instanceof Element) {
        yield node;
        yield* node.querySelectorAll("*");
      }
  }

  function keepState(live: Element, copy: Element) {
    if (live instanceof HTMLInputElement) {
      copy.setAttribute("value", live.value);
      copy.toggleAttribute("checked", live.checked);
    }
    if (live instanceof HTMLOptionElement) copy.toggleAttribute("selected", live.selected);
    if (live instanceof HTMLTextAreaElement) copy.textContent = live.value;
    if (/^(?:form|button|input|select|textarea)$/.test(live.localName)) copy.setAttribute("inert", "");
    copy.removeAttribute("aria-live");
    copy.removeAttribute("tabindex");
  }

  /** A tenth of a pixel is more than can be seen of a picture that a live one soon replaces. */
  function thin(copy: Element) {
    if (copy.namespaceURI !== "http://www.w3.org/2000/svg") return;
    for (const name of [
      "cx",
      "cy",
      "x",
      "y",
      "x1",
      "x2",
      "y1",
      "y2",
      "width",
      "height",
      "d",
      "points",
      "transform"
    ]) {
      const value = copy.getAttribute(name);
      if (value && /\.\d\d/.test(value))
        copy.setAttribute(
          name,
          value.replace(/-?\d*\.\d{2,}(?:e-?\d+)?/g, (number) => String(Math.round(10 * Number(number)) / 10))
        );
    }
  }

  function renameIn(style: Element, ids: readonly string[]) {
    let text = style.textContent ?? "";
    for (const id of ids) text = text.replaceAll(`#${id} `, `#snapshot-${id} `);
    style.textContent = text;
  }

  function rename(copy: Element) {
    const other = (id: string) => `snapshot-${id}`;
    if (copy.id) copy.id = other(copy.id);
    for (const name of ["for", "name", "list", "form"])
      if (copy.hasAttribute(name)) copy.setAttribute(name, other(copy.getAttribute(name) ?? ""));
    for (const name of ["aria-labelledby", "aria-describedby", "aria-controls"]) {
      const ids = copy.getAttribute(name);
      if (ids) copy.setAttribute(name, ids.split(" ").map(other).join(" "));
    }
    for (const {name, value} of [...copy.attributes])
      if (value.includes("url(#")) copy.setAttribute(name, value.replaceAll("url(#", `url(#${other("")}`));
      else if (/^(?:xlink:)?href$/.test(name) && /^#./.test(value))
        copy.setAttribute(name, `#${other(value.slice(1))}`);
  }
}
