/** One choice of a reader as it stands in a page's address. */
export interface Parameter<T> {
  /** What holds when the address says nothing; never written. */
  readonly fallback: T;
  /** What is expected, to complete "must be ...": "a whole number from 1 to 50". */
  readonly expected: string;
  /** The value that a text stands for; undefined if the text stands for none. */
  read(text: string): T | undefined;
  /** The text of an admissible value. */
  write(value: T): string;
  /** Whether a value, of an input say, is of the right type and within the bounds. */
  admits(value: unknown): value is T;
}

/** A page's choices by name: its state, declared once. */
export type StateSpec = Readonly<Record<string, Parameter<unknown>>>;

/** The values that a declaration describes. */
export type StateValues<S extends StateSpec> = {
  [K in keyof S]: S[K] extends Parameter<infer T> ? T : never;
};
