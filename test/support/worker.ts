/** A stand-in for what Node lacks: a module may name it while it is loaded; nobody may start one. */
class NoWorker {
  constructor() {
    throw new Error("unit tests start no workers");
  }
}

Object.assign(globalThis, {Worker: NoWorker});
