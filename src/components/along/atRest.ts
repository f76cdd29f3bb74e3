/** What a page shows while it is at work. */
const working = "[data-at-work], [aria-busy=true], observablehq-loading:not(.snapshot)";

/** Resolves once a page has shown nothing of work under way for a second, or after a minute whatever it shows. */
export async function atRest({busy = working, patience = 60_000} = {}): Promise<void> {
  const end = performance.now() + patience;
  for (let quiet = 0; quiet < 4 && performance.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    quiet = document.querySelector(busy) ? 0 : quiet + 1;
  }
}
