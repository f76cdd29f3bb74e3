type Kind = "chart" | "pending" | "panel";

const parts = "observablehq-loading.snapshot :is([data-chart], [data-pending], [data-panel])";

/**
 * All parts of what the page was built with that were in sight when the first was asked for: the first of several in a
 * cell takes the cell's snapshot away, and those that come after it still have theirs here.
 */
let held: Map<string, HTMLElement> | undefined;

const keyOf = (kind: Kind, name: string) => `${kind} ${name}`;

function inSight(): Map<string, HTMLElement> {
  const found = new Map<string, HTMLElement>();
  for (const part of document.querySelectorAll<HTMLElement>(parts))
    for (const kind of ["chart", "pending", "panel"] as const) {
      const name = part.dataset[kind];
      if (name !== undefined && part.getClientRects().length > 0) found.set(keyOf(kind, name), part);
    }
  return found;
}

/**
 * What a part of the page showed when the site was built, while nothing else has been asked: a picture to keep until
 * there is a live one. It is found by a data attribute that the part itself writes.
 * @example snapshotOf("chart", "revenue")
 */
export const snapshotOf = (kind: Kind, name: string): HTMLElement | undefined =>
  (held ??= inSight()).get(keyOf(kind, name));

/** Copies of the children of an element. */
export const copiesOf = (element: Element): Node[] =>
  [...element.childNodes].map((child) => child.cloneNode(true));

/** Takes away all that the page was built with: it answers the page's own question, and another one has been asked. */
export function dropSnapshots(): void {
  held = new Map();
  document.documentElement.classList.add("addressed");
}
