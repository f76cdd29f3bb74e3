/** What a function gives back when failing is part of its work: a value, or a code and a sentence to act on. */
export type Result<T> = {ok: true; value: T} | {ok: false; code: string; message: string};

/** A success. @example ok(3) => {ok: true, value: 3} */
export const ok = <T>(value: T): Result<T> => ({ok: true, value});

/** An expected failure. @example fail("empty", "no rows") => {ok: false, code: "empty", message: "no rows"} */
export const fail = <T = never>(code: string, message: string): Result<T> => ({ok: false, code, message});
