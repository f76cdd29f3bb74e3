import {spawn} from "node:child_process";

export interface Watched {
  /** Whether the command ended by itself and well. */
  passed: boolean;
  /** Whether it was ended because it had printed nothing for too long. */
  silent: boolean;
}

/**
 * Runs a command with its output passed on, and ends it with all that it has started once it has printed nothing for
 * `silence` milliseconds: a run that hangs becomes a failure with a name and not a lost day.
 * @param options.held whether its output is passed on when it has ended, so that commands side by side stay readable
 */
export function watched(
  command: string,
  args: readonly string[],
  {env = process.env, silence, held = false}: {env?: NodeJS.ProcessEnv; silence: number; held?: boolean}
): Promise<Watched> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {stdio: ["ignore", "pipe", "pipe"], env, detached: true});
    let silent = false;
    const kept: (() => void)[] = [];
    const end = () => {
      silent = true;
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    };
    let timer = setTimeout(end, silence);
    const pass = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
      clearTimeout(timer);
      timer = setTimeout(end, silence);
      if (held) kept.push(() => to.write(chunk));
      else to.write(chunk);
    };
    child.stdout.on("data", pass(process.stdout));
    child.stderr.on("data", pass(process.stderr));
    const stop = () => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
      process.exit(1);
    };
    process.once("SIGINT", stop).once("SIGTERM", stop);
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      for (const print of kept) print();
      process.off("SIGINT", stop).off("SIGTERM", stop);
      resolve({passed: code === 0 && !silent, silent});
    });
  });
}
