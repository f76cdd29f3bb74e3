/** What a form's control says, as text; undefined for what says nothing of its own: a slider beside its number, a radio
 * button that is not chosen, a button. */
export function controlText(control: Element): string | undefined {
  if (control instanceof HTMLSelectElement)
    return [...control.selectedOptions].map((option) => option.textContent?.trim() ?? "").join(", ");
  if (control instanceof HTMLTextAreaElement) return control.value;
  if (!(control instanceof HTMLInputElement)) return;
  const {type, value, checked} = control;
  if (type === "checkbox") return checked ? "yes" : "no";
  if (["radio", "range", "file", "hidden", "button", "submit", "search"].includes(type))
    return type === "search" && value !== "" ? value : undefined;
  return value;
}
