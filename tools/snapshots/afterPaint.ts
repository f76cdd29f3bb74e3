/**
 * Starts the page's modules. At once where there is nothing to look at meanwhile (the address asks for something else, or
 * the tab is hidden), else once the browser says that the page is painted, so that no script keeps its answers from being
 * seen; a browser that says nothing for a second is not waited for. Stands after the page's module, which it finds with
 * the modules that this one needs.
 */
const start = `{const begin = () => {
  for (const link of document.querySelectorAll('link[rel="later"]')) link.rel = "modulepreload";
  const held = document.getElementById("page-module");
  if (!held) return;
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

/** A page's HTML whose modules wait until it has been painted. */
export function afterPaint(html: string): string {
  const module = /<script type="module">([\s\S]*?)<\/script>/.exec(html);
  if (!module) return html;
  const [whole, code] = module;
  return html
    .replaceAll('<link rel="modulepreload"', '<link rel="later"')
    .replace(
      whole,
      () => `<script type="text/plain" id="page-module">${code}</script>\n<script>${start}</script>`
    );
}
