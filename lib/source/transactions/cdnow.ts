import type {SourceFile} from "../folder.js";

const line = /^\s*(\d+)\s+(?:\d+\s+)?((?:19|20)\d\d)(\d\d)(\d\d)\s+(\d+)\s+(\d+[.]\d\d)\s*$/;

/** Whether a text is a log such as CDNOW's: customer, perhaps a second number, day as 19970101, quantity and amount, apart by spaces, without a header. */
export const isCdnow = (head: string): boolean => {
  const lines = head.split(/\r?\n/).filter((text) => text.trim() !== "");
  return lines.length > 1 && lines.slice(0, -1).every((text) => line.test(text));
};

/** Such a log as a CSV with a header; a line that is none stays, to be refused by its row. */
export async function* cdnowCsv(file: SourceFile): AsyncGenerator<string> {
  const decode = new TextDecoder();
  let rest = "";
  const rows = (text: string) =>
    text
      .split(/\r?\n/)
      .filter((row) => row.trim() !== "")
      .map((row) => `${row.replace(line, "$1,$2-$3-$4,$5,$6")}\n`)
      .join("");
  yield "customer,date,quantity,amount\n";
  for await (const chunk of file.chunks()) {
    const text = rest + decode.decode(chunk, {stream: true});
    const end = text.lastIndexOf("\n") + 1;
    rest = text.slice(end);
    yield rows(text.slice(0, end));
  }
  yield rows(rest + decode.decode());
}
