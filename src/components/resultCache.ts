import {clear, createStore, del, entries, get, set} from "idb-keyval";
import type {Result} from "../lib/result.js";
import {manifest} from "./marts.js";

/** A result that is kept in this browser. */
export interface KeptResult {
  key: string;
  /** What it answers, in words. */
  what: string;
  /** When it was worked out, and until when it is kept, in milliseconds since 1970. */
  made: number;
  until: number;
}

type Entry = Omit<KeptResult, "key"> & {value: unknown};

const hour = 3_600_000;
/** How long a result is kept, unless told. */
export const keptHours = 24;

const store = () => createStore("vitrine-results", "results");

/** What a result hangs on besides the question: the shop's files and the release of the site. */
async function releaseKey(): Promise<string> {
  const {inputs, built_at} = await manifest();
  const models = document.querySelector<HTMLLinkElement>('link[rel="models"]')?.href ?? "";
  return JSON.stringify([inputs.map(({sha256}) => sha256), built_at, models]);
}

/**
 * A result that was worked out in this browser before, from the same files by the same release of the site, or else
 * worked out now and kept for a day, or so many hours. Where the browser keeps nothing (a private window, a full disk) it is worked out
 * each time.
 * @param what says in words what is answered
 * @param question tells it from all others
 */
export async function kept<T>(
  what: string,
  question: unknown,
  work: () => Promise<Result<T>>,
  hours = keptHours
): Promise<Result<T> & {kept?: number}> {
  const key = JSON.stringify([question, await releaseKey()]);
  const found = await get<Entry>(key, store()).catch(() => undefined);
  if (found && found.until > Date.now()) return {ok: true, value: found.value as T, kept: found.made};
  const made = await work();
  if (made.ok) {
    const now = Date.now();
    const entry: Entry = {what, made: now, until: now + hours * hour, value: made.value};
    await set(key, entry, store()).catch(() => undefined);
    keptListeners.forEach((tell) => tell());
  }
  return made;
}

const keptListeners = new Set<() => void>();

/** Calls back whenever results are kept or cleared; gives what ends that. */
export function onKept(tell: () => void): () => void {
  keptListeners.add(tell);
  return () => keptListeners.delete(tell);
}

/** What is kept in this browser, the latest first; what is past its time is deleted. */
export async function keptResults(): Promise<KeptResult[]> {
  const all = await entries<string, Entry>(store()).catch(() => []);
  const now = Date.now();
  const past = all.filter(([, {until}]) => until <= now);
  await Promise.all(past.map(([key]) => del(key, store()).catch(() => undefined)));
  return all
    .filter(([, {until}]) => until > now)
    .map(([key, {what, made, until}]) => ({key, what, made, until}))
    .sort((a, b) => b.made - a.made);
}

/** Forgets all that is kept. */
export async function clearKept(): Promise<void> {
  await clear(store()).catch(() => undefined);
  keptListeners.forEach((tell) => tell());
}
