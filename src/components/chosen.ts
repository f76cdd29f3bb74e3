import {formatDay} from "../lib/format.js";

/**
 * What is chosen in the fields of an element, in a few words each: the text of a menu, a number with its unit, what is
 * ticked; fields without a say, and those in a group of their own, are left out.
 * @param options.named whether each begins with the field's name
 */
export function chosenIn(place: Element, {named = false}: {named?: boolean} = {}): string[] {
  const forms = [...place.querySelectorAll<HTMLFormElement>("form.inputs-3a86ea")];
  const group = place.closest("details");
  return forms
    .filter((form) => !form.hidden && form.style.display !== "none" && form.closest("details") === group)
    .flatMap((form) => {
      const text = textOf(form);
      return text !== "" && named && !isToggle(form) ? [`${nameOf(form)} ${text}`] : [text];
    })
    .filter((text) => text !== "");
}

const isToggle = (form: Element) => form.querySelectorAll("[type=checkbox]").length === 1;
const nameOf = (form: Element) =>
  (form.querySelector("label")?.firstChild?.textContent?.trim() ?? "").replace(/^[A-Z](?=[a-z ])/, (letter) =>
    letter.toLowerCase()
  );

function textOf(form: HTMLFormElement): string {
  const select = form.querySelector("select");
  if (select) return select.selectedOptions[0]?.textContent.trim() ?? "";
  const marks = [...form.querySelectorAll<HTMLInputElement>("[type=radio], [type=checkbox]")];
  if (marks.length > 0)
    return marks
      .filter(({checked}) => checked)
      .map((mark) => mark.labels?.[0]?.textContent.trim() ?? "")
      .join(", ");
  const field = form.querySelector("input");
  if (!field) return "";
  if (field.type === "date") return field.valueAsDate ? formatDay(field.valueAsDate) : "";
  const unit = form.querySelector(".field-unit");
  const parts = [field.value, unit?.textContent ?? ""];
  return (unit?.nextElementSibling === field ? parts.reverse() : parts)
    .filter((part) => part !== "")
    .join(" ");
}
