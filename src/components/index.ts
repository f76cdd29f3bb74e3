// What a page of one's own needs, in one import; the page "Make a new analysis" explains it.

// The data.
export {manifest, readColumns, readMart} from "./marts.js";
export {sql} from "./sql.js";

// What is shown of it, at once or once it is there.
export {chart} from "./chart.js";
export {color} from "./colors.js";
export {counting} from "./counting.js";
export {kpi} from "./kpi.js";
export {answered, pending} from "./pending.js";
export {table} from "./table.js";
export {whenThere} from "./whenThere.js";

// What a reader chooses, kept in the address.
export {choice, day, flag, integer, month, real, text} from "../lib/state/parameters.js";
export {sharedParameters} from "../lib/state/shared.js";
export {radioInput, selectInput, severalInput} from "./choiceInput.js";
export {dateInput} from "./dateInput.js";
export {fileInput} from "./fileInput.js";
export {cutoffInput, monthInput, stateInput} from "./filters.js";
export {numberInput} from "./numberInput.js";
export {pageState} from "./state.js";
export {textInput} from "./textInput.js";
export {toggleInput} from "./toggleInput.js";

// Long work: a button for it, and an end to it.
export {abortedBy} from "./abortedBy.js";
export {labPanel} from "./panel.js";
export {runState} from "./runState.js";

// Numbers and days in the site's own way of writing.
export {formatCount, formatDay, formatMoney, formatMonth, formatNumber, formatShare} from "../lib/format.js";
