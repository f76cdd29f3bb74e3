import {keptWhole} from "../../lib/format.js";

/** Of Framework's Markdown reader, what is used here. */
interface MarkdownReader {
  core: {
    ruler: {
      push(
        name: string,
        rule: (state: {tokens: {children: {type: string; content: string}[] | null}[]}) => void
      ): void;
    };
  };
}

/** Has the prose of pages keep a percentage and its sign on one line, as the numbers that cells show do. */
export function wholePercentages<Reader extends MarkdownReader>(markdown: Reader): Reader {
  markdown.core.ruler.push("whole-percentages", ({tokens}) => {
    for (const {children} of tokens)
      for (const part of children ?? []) if (part.type === "text") part.content = keptWhole(part.content);
  });
  return markdown;
}
