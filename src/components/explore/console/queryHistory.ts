import {html} from "npm:htl";

const key = "vitrine-sql-history";
const most = 50;

/** Queries kept in this browser alone, the latest first; a browser that keeps nothing has none. */
function kept(): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(found) ? found.filter((one): one is string => typeof one === "string") : [];
  } catch {
    return [];
  }
}

function keep(queries: readonly string[]): void {
  try {
    if (queries.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(queries));
  } catch {
    // A browser that keeps nothing still runs queries.
  }
}

/** The queries that were run in this browser, to take up again, and a button that forgets them. */
export function queryHistory(take: (query: string) => void): {
  element: HTMLElement;
  add: (query: string) => void;
} {
  const list = html`<ol></ol>`;
  const forget = html`<button
    type="button"
    class="tool"
    onclick=${() => {
      keep([]);
      show();
    }}
  >
    Forget all
  </button>`;
  const element = html`<details class="sql-history">
    <summary>History, kept in this browser only</summary>
    ${list}${forget}
  </details>`;
  const show = () => {
    const queries = kept();
    forget.hidden = queries.length === 0;
    list.replaceChildren(
      ...(queries.length === 0
        ? [html`<li>Nothing has been run yet.</li>`]
        : queries.map(
            (query) => html`<li><button type="button" onclick=${() => take(query)}>${query}</button></li>`
          ))
    );
  };
  show();
  return {
    element,
    add(query) {
      keep([query, ...kept().filter((one) => one !== query)].slice(0, most));
      show();
    }
  };
}
