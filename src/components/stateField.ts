/** A form field of the reader with its sentence on what is wrong with it. */
export interface FieldNote {
  /** Marks the field and says the sentence; without one both go away. */
  say(sentence?: string): void;
}

let count = 0;

/** The note of an input's form or field, in the page right after its last part and read out when it appears. */
export function fieldNote(element: HTMLElement): FieldNote {
  const note = document.createElement("div");
  note.id = `field-note-${++count}`;
  note.className = "field-note";
  note.setAttribute("role", "alert");
  const fields = (): Element[] => {
    const within = [...element.querySelectorAll("input, select, textarea")];
    return within.length > 0 ? within : [element];
  };
  const help = element.querySelector(".field-help")?.id;
  const described = (...ids: (string | undefined)[]) => ids.filter((id) => id !== undefined).join(" ");
  return {
    say(sentence) {
      note.textContent = sentence ?? "";
      if (sentence === undefined) note.remove();
      else if (element.matches("input, select, textarea")) element.after(note);
      else element.append(note);
      for (const field of fields()) {
        field.toggleAttribute("aria-invalid", false);
        field.removeAttribute("aria-describedby");
        const by = described(help, sentence === undefined ? undefined : note.id);
        if (by !== "") field.setAttribute("aria-describedby", by);
        if (sentence !== undefined) field.setAttribute("aria-invalid", "true");
      }
    }
  };
}
