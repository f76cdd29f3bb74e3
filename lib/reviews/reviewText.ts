/**
 * A review's title and message as one text, the title a sentence of its own; "" without either.
 * @example reviewText("Ótimo", "Chegou antes do prazo") => "Ótimo. Chegou antes do prazo"
 */
export const reviewText = (title: string | null, message: string | null): string =>
  [title, message]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(". ");
