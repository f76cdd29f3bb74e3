import type {MosaicClient} from "@uwdata/mosaic-core";
import {atWork} from "../atWork.js";

/** As much of a Mosaic client as it takes. */
type Client = Pick<MosaicClient, "enabled" | "requestQuery">;

/** Which of Mosaic's clients are redrawn at once, and which once a reader's hand rests. */
export interface Sparing {
  /** Says whether a client's view is in sight. */
  sight(client: Client, isSeen: boolean): void;
  /** Has the views out of sight wait: called before every change of what is selected. */
  hold(): void;
}

/**
 * Spares a brush the views that nobody sees while it moves: they are counted when it rests, or when they come in sight.
 * The page is at work until then.
 * @param rest milliseconds without a change that are a rest
 */
export function sparing(rest = 150): Sparing {
  const unseen = new Set<Client>();
  const behind = new Set<Client>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let finish: (() => void) | undefined;

  const update = async (client: Client) => {
    client.enabled = true;
    await client.requestQuery();
  };
  const catchUp = async () => {
    const [late, done] = [[...behind], finish];
    behind.clear();
    finish = undefined;
    await Promise.allSettled(late.map(update));
    done?.();
  };
  return {
    sight(client, isSeen) {
      if (!isSeen) return void unseen.add(client);
      unseen.delete(client);
      if (behind.delete(client)) void atWork(update(client));
    },
    hold() {
      for (const client of unseen) {
        client.enabled = false;
        behind.add(client);
      }
      if (behind.size === 0) return;
      if (!finish) void atWork(new Promise<void>((resolve) => (finish = resolve)));
      clearTimeout(timer);
      timer = setTimeout(() => void catchUp(), rest);
    }
  };
}
