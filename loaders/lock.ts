import {readFile, rm, stat, utimes, writeFile} from "node:fs/promises";
import {setTimeout as sleep} from "node:timers/promises";

/** A holder shows that it lives this often; one that has not for `deadAfter` is taken for dead. */
const beat = 1_000;
const deadAfter = 15_000;
const pollEvery = 50;

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** Whether a lock's holder is gone: its process ended, or it stopped giving signs of life. */
async function abandoned(path: string): Promise<boolean> {
  try {
    const [pid, {mtimeMs}] = [Number(await readFile(path, "utf8")), await stat(path)];
    return Date.now() - mtimeMs > deadAfter || (pid > 0 && !alive(pid));
  } catch {
    return false;
  }
}

async function take(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), {flag: "wx"});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (await abandoned(path)) await rm(path, {force: true});
    return false;
  }
}

/**
 * Runs `work` while no other process that uses the same lock file does; waits for its turn, and takes over the
 * lock of a process that died.
 * @example await withLock("marts.lock", () => build())
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(path))) await sleep(pollEvery);
  const sign = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), beat);
  try {
    return await work();
  } finally {
    clearInterval(sign);
    await rm(path, {force: true});
  }
}
