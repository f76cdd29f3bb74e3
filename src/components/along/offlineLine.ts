import {wings} from "../../lib/pages.js";
import type {OfflineAsked, OfflineStatus} from "../../lib/offlineMessages.js";
import {keepAllWords, offlineWords} from "./offlineWords.js";

const pages = 1 + wings.reduce((sum, wing) => sum + wing.pages.length, 0);

/** Asks a service worker and gives its answer. */
const ask = (worker: ServiceWorker, asked: OfflineAsked): Promise<OfflineStatus> =>
  new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = ({data}) => resolve(data as OfflineStatus);
    worker.postMessage(asked, [port2]);
  });

const button = (text: string, act: () => void): HTMLButtonElement => {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "tool";
  element.textContent = text;
  element.addEventListener("click", act);
  return element;
};

/** Addresses of what the page has loaded until now: it came before the worker, which has not seen it. */
const loaded = (): string[] => performance.getEntriesByType("resource").map(({name}) => name);

/**
 * Has the site work without a network from now on, and gives a line that says what of it does; it offers a new release
 * once it is there, which is taken when the reader says so, or when no page of the one before is open any more.
 * @param script the service worker's address
 */
export function offlineLine(script: string): HTMLElement {
  const line = document.createElement("p");
  line.className = "offline-line";
  line.setAttribute("role", "status");
  void start(line, script).catch(() => {
    line.textContent = "Not available offline: the browser keeps nothing for this site.";
  });
  return line;
}

async function start(line: HTMLElement, script: string): Promise<void> {
  const {serviceWorker} = navigator;
  const registration = (await serviceWorker.register(script, {updateViaCache: "none"})) as
    ServiceWorkerRegistration | undefined;
  if (!registration) return;
  let asked = false;

  const show = async (status?: OfflineStatus) => {
    if (asked || !registration.active || registration.waiting) return;
    const now = status ?? (await ask(registration.active, {kind: "status"}));
    line.replaceChildren(offlineWords(now, pages));
    if (now.kept < now.of) line.append(" ", button(keepAllWords(now), keepAll));
    line.dataset.state = "ready";
  };
  const keepAll = () => {
    if (!registration.active) return;
    line.replaceChildren("Keeping everything …");
    line.dataset.state = "keeping";
    void ask(registration.active, {kind: "keep", addresses: "all"}).then(show);
  };
  const offer = (waiting: ServiceWorker) => {
    const reload = button("Reload with it", () => {
      asked = true;
      serviceWorker.addEventListener("controllerchange", () => location.reload());
      waiting.postMessage({kind: "take over"} satisfies OfflineAsked);
    });
    line.replaceChildren("A new release of this site is there. ", reload);
    line.dataset.state = "update";
  };
  const watch = (worker: ServiceWorker | null) =>
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && registration.active) offer(worker);
    });

  if (registration.waiting && registration.active) offer(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  const controlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener("controllerchange", () => {
    if (asked || !controlled) return;
    line.replaceChildren(
      "Another tab has taken a new release of this site. ",
      button("Reload", () => location.reload())
    );
    line.dataset.state = "update";
    asked = true;
  });
  serviceWorker.addEventListener("message", () => void show());
  const {active} = await serviceWorker.ready;
  if (active) await show(await ask(active, {kind: "keep", addresses: loaded()}));
}
