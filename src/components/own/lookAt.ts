import type {Result} from "../../lib/result.js";
import type {Room} from "../../lib/source/room.js";
import type {TaskOptions} from "../../lib/task.js";
import type {OwnApi} from "../../workers/own.worker.js";
import type {NamedBlob} from "../../lib/source/zip/unzip.js";
import type {Looked} from "../../workers/own/look.js";
import {background} from "../background.js";

const looker = background<OwnApi>(() => import.meta.resolve("../../workers/own.worker.js"));

/** The room that this browser tells of. */
async function roomHere(): Promise<Room> {
  const {deviceMemory} = navigator as Navigator & {deviceMemory?: number};
  const {quota, usage} = await navigator.storage.estimate().catch((): StorageEstimate => ({}));
  return {
    memory: deviceMemory === undefined ? undefined : deviceMemory * 1e9,
    storage: quota === undefined ? undefined : quota - (usage ?? 0)
  };
}

/** Weighs and unpacks what a reader chose and looks at its first rows; `nevertheless` where it may not fit and is to be tried. */
export async function lookAt(
  files: readonly NamedBlob[],
  nevertheless: boolean,
  options: TaskOptions
): Promise<Result<Looked>> {
  const room = await roomHere();
  const looked = await looker.ask((worker) => worker.look(files, room, nevertheless), options);
  looker.dispose();
  return looked;
}
