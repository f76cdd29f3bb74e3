import {StateField} from "@codemirror/state";
import type {EditorState} from "@codemirror/state";
import {Decoration, EditorView} from "@codemirror/view";
import type {DecorationSet} from "@codemirror/view";
import {tokens} from "../../../lib/sql/tokens.js";
import {keywords} from "./dialect.js";

const known = new Set(keywords.split(" "));
const marks = {
  keyword: Decoration.mark({class: "sql-keyword"}),
  text: Decoration.mark({class: "sql-text"}),
  number: Decoration.mark({class: "sql-number"})
};

function decorate({doc}: EditorState): DecorationSet {
  const ranges = tokens(doc.toString()).flatMap(({kind, text, at}) => {
    const mark =
      kind === "name" && known.has(text.toLowerCase())
        ? marks.keyword
        : kind === "text" || kind === "number"
          ? marks[kind]
          : undefined;
    return mark && text.length > 0 ? [mark.range(at, at + text.length)] : [];
  });
  return Decoration.set(ranges);
}

/** Colours of SQL by the tokens that the site itself reads, in the site's own palette. */
export const highlighting = StateField.define<DecorationSet>({
  create: decorate,
  update: (shown, {docChanged, state}) => (docChanged ? decorate(state) : shown),
  provide: (field) => EditorView.decorations.from(field)
});
