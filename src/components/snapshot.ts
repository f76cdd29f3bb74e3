/**
 * What a part of the page showed when the site was built, while that stands in sight: a picture to keep until there is
 * a live one. It is found by a data attribute that the part itself writes.
 * @example snapshotOf("chart", "revenue")
 */
export const snapshotOf = (kind: "chart" | "pending" | "panel", name: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`observablehq-loading.snapshot [data-${kind}]`)].find(
    (part) => part.dataset[kind] === name && part.getClientRects().length > 0
  );

/** Copies of the children of an element. */
export const copiesOf = (element: Element): Node[] =>
  [...element.childNodes].map((child) => child.cloneNode(true));

const dropped = "snapshotsdropped";

/** Takes away all that the page was built with: it answers the page's own question, and another one has been asked. */
export function dropSnapshots(): void {
  const {classList} = document.documentElement;
  if (classList.contains("addressed")) return;
  classList.add("addressed");
  document.dispatchEvent(new Event(dropped));
}

/** Calls back once, when what the page was built with is taken away. */
export const onSnapshotsDropped = (listener: () => void): void =>
  document.addEventListener(dropped, listener, {once: true});
