import {readdirSync, readFileSync} from "node:fs";

const textOf = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
};

const javas = () =>
  readdirSync("/proc").filter((id) => /^\d+$/.test(id) && textOf(`/proc/${id}/comm`).trim() === "java");

/** Runs `work`, and gives beside its result the most memory in MB that a Java process begun meanwhile has held. */
export async function withJavaMemory<T>(work: () => Promise<T>): Promise<{result: T; peakMb: number}> {
  const before = new Set(javas());
  let peakMb = 0;
  const look = () => {
    for (const id of javas().filter((each) => !before.has(each))) {
      const [, kb = "0"] = /^VmHWM:\s+(\d+) kB/m.exec(textOf(`/proc/${id}/status`)) ?? [];
      peakMb = Math.max(peakMb, Number(kb) / 1024);
    }
  };
  const timer = setInterval(look, 250);
  try {
    return {result: await work(), peakMb};
  } finally {
    clearInterval(timer);
  }
}
