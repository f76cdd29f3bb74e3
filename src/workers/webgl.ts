import type * as TensorFlow from "@tensorflow/tfjs-core";
import type {WebglProbe} from "../lib/learn/backend.js";

/** A running WebGL backend of TensorFlow.js. */
export interface WebglDevice {
  tf: typeof TensorFlow;
  /** The same promise, but rejected as soon as the GPU is lost: what waits for a lost GPU may wait for ever. */
  guard: <T>(work: Promise<T>) => Promise<T>;
  /** Tensors that nobody has disposed of. */
  tensors: () => number;
}

/** The one context of this worker; a lost one is dropped and the next training starts another. */
let context: {gl: WebGL2RenderingContext; lost: Promise<never>; device?: WebglDevice} | undefined;

function open() {
  if (context && !context.gl.isContextLost()) return context;
  context = undefined;
  const canvas = typeof OffscreenCanvas === "undefined" ? undefined : new OffscreenCanvas(1, 1);
  const gl = canvas?.getContext("webgl2", {alpha: false, antialias: false, depth: false, stencil: false});
  if (!canvas || !gl) return undefined;
  const lost = new Promise<never>((_, reject) =>
    canvas.addEventListener("webglcontextlost", () => reject(new Error("the GPU was lost")))
  );
  lost.catch(() => undefined);
  context = {gl, lost};
  return context;
}

/** Looks at WebGL without loading TensorFlow.js. */
export function probeWebgl(): WebglProbe {
  const opened = open();
  if (!opened) return {renderer: null, float32: false};
  const {gl} = opened;
  const details = gl.getExtension("WEBGL_debug_renderer_info");
  const renderer = gl.getParameter(details ? details.UNMASKED_RENDERER_WEBGL : gl.RENDERER) as unknown;
  return {
    renderer: typeof renderer === "string" ? renderer : "unnamed",
    float32: gl.getExtension("EXT_color_buffer_float") !== null
  };
}

/** Loads TensorFlow.js and starts its WebGL backend; throws where the GPU is missing, lost or of 16 bits only. */
export async function startWebgl(): Promise<WebglDevice> {
  const [tf, webgl] = await Promise.all([
    import("@tensorflow/tfjs-core"),
    import("@tensorflow/tfjs-backend-webgl")
  ]);
  const opened = open();
  if (!opened) throw new Error("this browser offers no WebGL");
  if (opened.device) return opened.device;
  tf.removeBackend("webgl");
  webgl.setWebGLContext(2, opened.gl);
  tf.registerBackend("webgl", () => new webgl.MathBackendWebGL(), 2);
  if (!(await tf.setBackend("webgl"))) throw new Error("WebGL did not start");
  if (!tf.env().getBool("WEBGL_RENDER_FLOAT32_ENABLED"))
    throw new Error("this GPU cannot render to 32-bit floats");
  opened.device = {
    tf,
    guard: (work) => Promise.race([work, opened.lost]),
    tensors: () => tf.memory().numTensors
  };
  return opened.device;
}
