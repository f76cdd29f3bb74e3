/** What stands for a place, or another name, that the files do not tell. */
export const untold = "(not told)";
