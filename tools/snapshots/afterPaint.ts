/**
 * Starts the page's modules. At once where there is nothing to look at meanwhile (the address asks for something else, or
 * the tab is hidden), else once the browser says that the page is painted, so that no script keeps its answers from being
 * seen; a browser that says nothing for a second is not waited for. Stands after the page's module and the links to what
 * this one needs, which are text until then.
 */
const start = `{const begin = () => {
  const held = document.getElementById("page-module");
  if (!held) return;
  const links = document.getElementById("page-links");
  if (links.dataset.ahead) import(links.dataset.ahead).then(({startAhead}) => startAhead(), () => {});
  document.head.insertAdjacentHTML("beforeend", links.textContent.replaceAll('rel="later"', 'rel="modulepreload"'));
  links.remove();
  const script = document.createElement("script");
  script.type = "module";
  script.textContent = held.textContent;
  held.replaceWith(script);
};
const soon = () => document.hidden || document.documentElement.classList.contains("addressed");
const painted = () => {
  const late = setTimeout(begin, 1000);
  new PerformanceObserver((list, observer) => {
    if (!list.getEntriesByName("first-contentful-paint").length) return;
    observer.disconnect();
    clearTimeout(late);
    begin();
  }).observe({type: "paint", buffered: true});
};
const ready = () => soon() ? begin() : painted();
document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", ready) : ready();}`;

/** What a page that is sure to ask DuckDB needs to start it: a module, and those that this one imports. */
const engineStart = /\/components\/(?:engineStart|wasmProgram|download)\.[0-9a-f]+\.js"/;

const link = /<link rel="modulepreload"[^>]*>\n?/g;

/** The text of the links, those first that DuckDB's start needs where the page's code asks for it. */
function linksOf(html: string, code: string): string {
  const links = (html.match(link) ?? []).map((one) => one.replace("modulepreload", "later"));
  if (!code.includes("sql.start()"))
    return `<script type="text/plain" id="page-links">${links.join("")}</script>`;
  const first = links.filter((one) => engineStart.test(one));
  const address = /href="([^"]*\/engineStart\.[^"]*)"/.exec(first.join(""))?.[1] ?? "";
  const rest = links.filter((one) => !first.includes(one));
  return `<script type="text/plain" id="page-links" data-ahead="${address}">${[...first, ...rest].join("")}</script>`;
}

/**
 * A page's HTML whose modules wait until it has been painted. They are named at its end: a browser parses for ten
 * milliseconds before it paints the first time, and what a page says is to be among what it has read by then.
 */
export function afterPaint(html: string): string {
  const module = /<script type="module">([\s\S]*?)<\/script>\n?/.exec(html);
  if (!module) return html;
  const [whole, code] = module;
  const last = `${linksOf(html, code)}
<script type="text/plain" id="page-module">${code}</script>
<script>${start}</script>
`;
  const first = html.replace(whole, "").replace(link, "");
  const end = first.lastIndexOf("</body>");
  return end < 0 ? first + last : first.slice(0, end) + last + first.slice(end);
}
