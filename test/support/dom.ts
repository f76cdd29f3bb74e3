import {vi} from "vitest";

/** Gives jsdom what it lacks of a browser: a width, a ResizeObserver, media queries, a clipboard, object URLs. */
export function browser({width = 640, dark = false} = {}) {
  const state = {width, dark, copied: [] as string[], files: [] as {name: string; blob: Blob}[]};
  const observers = new Set<() => void>();
  const themes = new Set<() => void>();
  const blobs = new Map<string, Blob>();

  Object.defineProperty(HTMLElement.prototype, "clientWidth", {
    configurable: true,
    get(this: HTMLElement) {
      return this.isConnected ? state.width : 0;
    }
  });
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(private readonly changed: () => void) {}
      observe() {
        observers.add(this.changed);
      }
    }
  );
  vi.stubGlobal("matchMedia", () => ({
    get matches() {
      return state.dark;
    },
    addEventListener: (_: string, listener: () => void) => themes.add(listener),
    removeEventListener: (_: string, listener: () => void) => themes.delete(listener)
  }));
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: {writeText: (text: string) => Promise.resolve(void state.copied.push(text))}
  });
  HTMLElement.prototype.scrollTo = () => undefined;
  URL.createObjectURL = (blob: Blob) => {
    const url = `blob:${blobs.size}`;
    blobs.set(url, blob);
    return url;
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob) state.files.push({name: this.download, blob});
  });

  return {
    ...state,
    get copied() {
      return state.copied;
    },
    get files() {
      return state.files;
    },
    /** Puts an element on the page and lets it take its width. */
    attach<T extends Element>(element: T): T {
      document.body.append(element);
      observers.forEach((changed) => changed());
      return element;
    },
    resize(to: number) {
      state.width = to;
      observers.forEach((changed) => changed());
    },
    turn(isDark: boolean) {
      state.dark = isDark;
      themes.forEach((changed) => changed());
    }
  };
}

/** Lets promises that are already settled run their callbacks. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** The text of what a reader has downloaded. */
export const textOf = (blob: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === "string" ? reader.result : "");
    reader.onerror = () => reject(new Error("unreadable blob"));
    reader.readAsText(blob);
  });

/** Text with plain spaces where the formats put unbreakable ones. */
export const spaced = (text: string | null | undefined) => text?.replace(/\s/g, " ");
