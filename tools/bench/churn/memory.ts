import {existsSync, readFileSync} from "node:fs";
import type {Browser} from "playwright-core";

/**
 * The most memory that a renderer of the browser ever had resident (VmHWM), in bytes: the tab with its workers, their
 * WebAssembly memories and the browser's own code. Linux tells it; elsewhere undefined.
 */
export async function rendererMemory(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  const {processInfo} = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const peaks = processInfo
    .filter(({type}) => type === "renderer")
    .map(({id}) => `/proc/${id}/status`)
    .filter((path) => existsSync(path))
    .map((path) => 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync(path, "utf8"))?.[1] ?? 0));
  return peaks.length ? Math.max(...peaks) : undefined;
}
