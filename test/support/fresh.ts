import {vi} from "vitest";

/** A file begins as if no other had run in its process: with modules of its own and nothing that another has replaced. */
vi.resetModules();
vi.useRealTimers();
vi.unstubAllGlobals();
vi.unstubAllEnvs();
