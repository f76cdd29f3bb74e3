import type {Manifest} from "../../lib/marts/manifest.js";

/** Whether an order counts from its approval on, as a month is judged by what was known then; from its purchase on where no file tells of approvals. */
export const countsApproved = ({lacks}: Pick<Manifest, "lacks">): boolean => !lacks?.includes("approvals");
