import {accessSync, constants} from "node:fs";
import {delimiter, join} from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const places = [
  ...(process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium"
];

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser to test with: `CHROMIUM`, or the first on PATH. */
export const findChromium = (): string | undefined =>
  [process.env.CHROMIUM ?? "", ...places].filter(Boolean).find(runnable);

export const chromiumAdvice =
  "No Chromium found: install it (Debian: apt-get install chromium) or name it in CHROMIUM=/path/to/chrome.";

/** Chromium heeds the last such list alone: what Playwright turns off stays off, most of it for the network's sake. */
const playwrightsOff = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch"
];

/** Two pages of Chromium's own behind every window's address bar, which cost half a second of a core a window, headless too. */
const popups = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];

/**
 * Flags for a browser that stays off the network and renders WebGL in software where there is no GPU. Pages themselves are
 * painted without it: through a GPU made of software, a page costs a fifth more, a picture of it twice as much.
 */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  "--disable-gpu-rasterization",
  "--disable-gpu-compositing",
  `--disable-features=${[...playwrightsOff, ...popups].join(",")}`
];
