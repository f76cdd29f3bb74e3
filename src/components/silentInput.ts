/** An input without looks, for a value that the page itself sets. */
export function silentInput(): HTMLElement & {value: boolean; set: (value: boolean) => void} {
  const element = Object.assign(document.createElement("span"), {
    value: false,
    set(value: boolean) {
      if (element.value === value) return;
      element.value = value;
      element.dispatchEvent(new Event("input", {bubbles: true}));
    }
  });
  element.hidden = true;
  return element;
}
