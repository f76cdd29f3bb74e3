import {autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap} from "@codemirror/autocomplete";
import type {CompletionContext, CompletionResult} from "@codemirror/autocomplete";
import {defaultKeymap, history, historyKeymap} from "@codemirror/commands";
import {sql} from "@codemirror/lang-sql";
import {bracketMatching} from "@codemirror/language";
import {EditorState} from "@codemirror/state";
import {EditorView, drawSelection, keymap, lineNumbers} from "@codemirror/view";
import {marts} from "../../../lib/marts/index.js";
import {columnsNamed} from "../../../lib/explore/columnsNamed.js";
import {tableSource} from "../../martsSource.js";
import {duckdb} from "./dialect.js";
import {highlighting} from "./highlighting.js";

export interface Editor {
  element: HTMLElement;
  text: string;
  /** Puts the cursor at a place of the text. */
  goTo(at: number): void;
}

/** The tables that there are, with what a row of each is. */
const known = () => marts.filter(({name}) => tableSource().names.includes(name));

const schema = () =>
  Object.fromEntries(
    known().map(({name, row, columns}) => [
      name,
      {
        self: {label: name, type: "type", detail: `a row is ${row}`},
        children: columns.map((column) => ({
          label: column.name,
          type: "property",
          detail: column.unit ?? column.type,
          info: column.meaning
        }))
      }
    ])
  );

/** The columns of all tables that the query names, wherever a name may stand. */
function columnsHere(context: CompletionContext): CompletionResult | null {
  const word = context.matchBefore(/[\w]*/);
  if (!word || (word.from === word.to && !context.explicit)) return null;
  if (/[."']$/.test(context.state.sliceDoc(0, word.from))) return null;
  const options = columnsNamed(context.state.doc.toString(), known()).map(({name, tables, meaning}) => ({
    label: name,
    type: "property",
    detail: tables,
    info: meaning,
    boost: 2
  }));
  return {from: word.from, options, validFor: /^\w*$/};
}

/** An editor of SQL that completes tables, columns, words and functions; Ctrl+Enter runs. Tab leaves it. */
export function sqlEditor(run: () => void): Editor {
  const view = new EditorView({
    state: EditorState.create({
      extensions: [
        keymap.of([
          {
            key: "Mod-Enter",
            run: () => {
              run();
              return true;
            }
          },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...defaultKeymap,
          ...historyKeymap
        ]),
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        autocompletion(),
        sql({dialect: duckdb, schema: schema()}),
        duckdb.language.data.of({autocomplete: columnsHere}),
        highlighting,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({"aria-label": "SQL query", spellcheck: "false"})
      ]
    })
  });
  view.dom.classList.add("sql-editor");
  return {
    element: view.dom,
    get text() {
      return view.state.doc.toString();
    },
    set text(text) {
      if (text !== view.state.doc.toString())
        view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: text}});
    },
    goTo(at) {
      view.dispatch({selection: {anchor: Math.min(at, view.state.doc.length)}, scrollIntoView: true});
      view.focus();
    }
  };
}
