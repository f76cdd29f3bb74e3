/** An input without looks, whose value is what has been found so far; none before it has been shown anything. */
export function shownInput<T>(): HTMLElement & {value?: T | null; show: (value?: T | null) => void} {
  const element = Object.assign(document.createElement("span"), {
    value: undefined as T | null | undefined,
    show(value?: T | null) {
      element.value = value;
      element.dispatchEvent(new Event("input", {bubbles: true}));
    }
  });
  element.hidden = true;
  return element;
}
