const darkQuery = "(prefers-color-scheme: dark)";

/** Whether the reader's system asks for a dark page. */
export const isDark = (): boolean => matchMedia(darkQuery).matches;

/** Sends an element a `themechange` event when the reader's system turns light or dark, while it is on the page. */
export function watchTheme(element: Element): void {
  const media = matchMedia(darkQuery);
  const held = new WeakRef(element);
  const listener = () => {
    const there = held.deref();
    if (there?.isConnected) there.dispatchEvent(new Event("themechange"));
    else media.removeEventListener("change", listener);
  };
  media.addEventListener("change", listener);
}
