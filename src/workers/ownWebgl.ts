import type {Webgl} from "../lib/lab/device.js";
import {probeWebgl, startWebgl} from "./webgl.js";
import {webglStepper} from "./webglStepper.js";

/** The WebGL of this worker. */
export const ownWebgl: Webgl = {
  probe: probeWebgl,
  async start() {
    const device = await startWebgl();
    return {steps: (...problem) => webglStepper(device, ...problem), tensors: device.tensors};
  }
};
