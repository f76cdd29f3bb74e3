/** An input without looks, whose value is what has been found so far. */
export function shownInput<T>(): HTMLElement & {value: T | null; show: (value: T) => void} {
  const element = Object.assign(document.createElement("span"), {
    value: null as T | null,
    show(value: T) {
      element.value = value;
      element.dispatchEvent(new Event("input", {bubbles: true}));
    }
  });
  element.hidden = true;
  return element;
}
