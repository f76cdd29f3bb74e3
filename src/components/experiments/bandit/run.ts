import type {BanditSetup} from "../../../lib/experiments/bandit/setup.js";
import {checkSetup, readRateList} from "../../../lib/experiments/bandit/setup.js";
import type {BanditOutcome} from "../../../lib/experiments/bandit/simulate.js";
import type {Result} from "../../../lib/result.js";
import type {BanditApi} from "../../../workers/bandit.worker.js";
import type {TaskOptions} from "../../../lib/task.js";
import {background} from "../../background.js";
import type {BanditChoice} from "./inputs.js";

const {ask} = background<BanditApi>(() => import.meta.resolve("../../../workers/bandit.worker.js"));

/** The setup that a choice stands for, or a sentence on what to change. */
export function setupOf({rates, ...numbers}: BanditChoice): Result<BanditSetup> {
  const read = readRateList(rates);
  return read.ok ? checkSetup({...numbers, rates: read.value}) : read;
}

/** Simulates in a worker; cancelling stops it at once. */
export async function runBandits(choice: BanditChoice, options: TaskOptions): Promise<Result<BanditOutcome>> {
  const setup = setupOf(choice);
  if (!setup.ok) return setup;
  return ask((worker, report) => worker.simulate(setup.value, report), options);
}
