/** Rows of a query or a mart; `columns` is their order, `sql` the text that made them. */
export type Rows<Row extends object> = readonly Row[] & {columns?: readonly string[]; sql?: string};
