import {html} from "npm:htl";

/**
 * What is shown of a value that comes later, such as the outcome of a training; a sentence until it is there.
 * @example display(whenThere(outcome, modelCards, "This part fills once a model is trained."))
 */
export const whenThere = <T>(
  value: T | null | undefined,
  render: (value: T) => Node,
  otherwise: string
): Node => (value == null ? html`<p>${otherwise}</p>` : render(value));
