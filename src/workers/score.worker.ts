import * as Comlink from "comlink";
import type {Progress} from "../lib/driven.js";
import {driven} from "../lib/driven.js";
import {decodeText} from "../lib/reading/decodeText.js";
import type {Result} from "../lib/result.js";
import type {ServedModel} from "../lib/serve/predictor.js";
import type {ScoredTable} from "../lib/serve/scoreTable.js";
import {scoreTable} from "../lib/serve/scoreTable.js";

const api = {
  ping: () => true,
  async score(
    file: Blob,
    served: ServedModel,
    report: (progress: Progress) => unknown
  ): Promise<Result<ScoredTable>> {
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
    return decoded.ok ? driven(scoreTable(decoded.value.text, served), report) : decoded;
  }
};

export type ScoreApi = typeof api;

Comlink.expose(api);
