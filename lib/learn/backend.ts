/** Where the arithmetic of a training runs: WebGL in float32 by TensorFlow.js, or plain TypeScript in float64. */
export type Backend = "webgl" | "cpu";

/** What a reader may ask for. */
export type BackendChoice = "auto" | Backend;

/** What a look at WebGL found. */
export interface WebglProbe {
  /** Name of the device, as the browser tells it; null where WebGL does not start. */
  renderer: string | null;
  /** Whether it can render to 32-bit floats; with 16 bits this training ends in NaN. */
  float32: boolean;
}

/** A decision, and the sentence that says why it is not what was asked for (empty if it is). */
export interface BackendDecision {
  backend: Backend;
  fellBack: string;
}

/** Whether a renderer's name is that of software, which is slower than plain TypeScript. */
export const isSoftwareRenderer = (renderer: string): boolean =>
  /swiftshader|llvmpipe|softpipe|lavapipe|software|basic render|swrast/i.test(renderer);

/**
 * Picks the backend. "auto" takes WebGL only on a real GPU with 32-bit floats; "webgl" takes it wherever it can be
 * right, software included; what cannot run falls to the CPU and says so.
 * @example chooseBackend("auto", {renderer: "SwiftShader", float32: true}) => {backend: "cpu", fellBack: ""}
 */
export function chooseBackend(choice: BackendChoice, probe: WebglProbe): BackendDecision {
  if (choice === "cpu") return {backend: "cpu", fellBack: ""};
  const obstacle =
    probe.renderer === null
      ? "This browser offers no WebGL"
      : !probe.float32
        ? "This GPU cannot render to 32-bit floats"
        : undefined;
  if (choice === "webgl")
    return obstacle
      ? {backend: "cpu", fellBack: `${obstacle}, so the training ran on the CPU instead.`}
      : {backend: "webgl", fellBack: ""};
  const gpu = !obstacle && probe.renderer !== null && !isSoftwareRenderer(probe.renderer);
  return {backend: gpu ? "webgl" : "cpu", fellBack: ""};
}
