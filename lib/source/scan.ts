import type {SourceFile} from "./folder.js";

/** Where and how a CSV breaks its own form. `row` counts the records from 1 after the header. */
export interface Fault {
  kind: "fields" | "stray" | "open" | "stop";
  row: number;
  fields: number;
  atEnd: boolean;
  text: string;
}

const [quote, lineFeed, carriageReturn, space] = ['"', "\n", "\r", " "].map((character) =>
  character.charCodeAt(0)
);

/**
 * Follows a CSV byte by byte to the first record that has not `width` fields (an empty one more is let
 * pass), the first text after a closing quote, a quote that nothing closes, or the byte `stopAt`.
 * Slow beside DuckDB: it runs when that has failed, to say where and why.
 */
export async function scan(
  file: SourceFile,
  {delimiter, width, stopAt}: {delimiter: string; width: number; stopAt?: number}
): Promise<Fault | undefined> {
  const separator = delimiter.charCodeAt(0);
  let state: "start" | "bare" | "quoted" | "closed" = "start";
  let row = 0;
  let fields = 1;
  let length = 0;
  let lastEmpty = true;
  let text: number[] = [];
  let opened = {row: 0, text: ""};
  let at = 0;
  const shown = () => new TextDecoder().decode(Uint8Array.from(text)).trim();
  const fault = (kind: Fault["kind"], atEnd = false): Fault => ({kind, row, fields, atEnd, text: shown()});
  const wrongWidth = () => fields !== width && !(fields === width + 1 && lastEmpty);
  for await (const chunk of file.chunks()) {
    for (const byte of chunk) {
      if (at++ === stopAt) return fault("stop");
      if (text.length < 120) text.push(byte);
      if (state === "quoted") {
        if (byte === quote) state = "closed";
      } else if (byte === lineFeed || byte === carriageReturn) {
        if (length > 0) {
          if (wrongWidth()) return fault("fields");
          row++;
        }
        [state, fields, length, lastEmpty, text] = ["start", 1, 0, true, []];
        continue;
      } else if (byte === separator) {
        [state, lastEmpty] = ["start", true];
        fields++;
      } else if (byte === quote && state === "closed") {
        state = "quoted";
      } else if (byte === quote && state === "start") {
        [state, lastEmpty, opened] = ["quoted", false, {row, text: shown()}];
      } else if (state === "closed" && byte !== space) {
        return {...fault("stray"), ...opened, text: shown()};
      } else if (state === "start" && byte !== space) {
        [state, lastEmpty] = ["bare", false];
      }
      length++;
    }
  }
  if (state === "quoted") return {...fault("open", true), ...opened};
  if (length > 0 && wrongWidth()) return fault("fields", true);
  return undefined;
}
