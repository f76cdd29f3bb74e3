/**
 * Starts the page's modules. At once where there is nothing to look at meanwhile (the address asks for something else, or
 * the tab is hidden), else once the page has been painted, so that no script keeps its answers from being seen. Stands
 * after the page's module, which it finds with the modules that this one needs.
 */
const start = `{const begin = () => {
  for (const link of document.querySelectorAll('link[rel="later"]')) link.rel = "modulepreload";
  const held = document.getElementById("page-module"), script = document.createElement("script");
  script.type = "module";
  script.textContent = held.textContent;
  held.replaceWith(script);
};
const soon = () => document.hidden || document.documentElement.classList.contains("addressed");
const ready = () => soon() ? begin() : requestAnimationFrame(() => setTimeout(begin));
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
