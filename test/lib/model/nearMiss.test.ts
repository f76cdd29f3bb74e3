import {deflateSync, gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {fromFile, toFile} from "../../../lib/model/file.js";
import {fileText} from "../../../lib/model/fileText.js";
import {nearMissOfBytes, nearMissOfJson, nearMissOfText} from "../../../lib/model/nearMiss.js";
import {pythonModel} from "./pythonModel.js";
import {madeUpLinear} from "./support.js";

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** What a reader is told of a file. */
function told(content: string | Uint8Array): string {
  const text = fileText(typeof content === "string" ? new TextEncoder().encode(content) : content);
  const file = text.ok ? fromFile(text.value) : text;
  return file.ok ? "" : file.message;
}

const save = "use save_model with a name that ends in .json.";
const listing = `This is dump_model’s listing, which leaves out what scores start from: ${save}`;

describe("a file beside the right one is named, with what to do", () => {
  it("a listing, as JSON, as text, as a graph, and as get_dump has it", () => {
    const leaf = '{ "nodeid": 0, "leaf": 0.25 }';
    const split = `{ "nodeid": 0, "depth": 0, "split": "recency", "split_condition": 30, "yes": 1, "no": 2, "children": [${leaf}] }`;
    const texts = ["0:[recency<30] yes=1,no=2,missing=2\n\t1:leaf=0.1\n\t2:leaf=-0.1\n", "0:leaf=0.25\n"];
    for (const file of [
      `[\n  ${split},\n  ${leaf}\n]`,
      leaf,
      `booster[0]:\n${texts[0]}`,
      texts[0],
      `booster[0]:\ndigraph {\n    0 [ label="leaf=0.25" ]\n}\n`,
      JSON.stringify(texts),
      JSON.stringify([`  ${split}`])
    ])
      expect(told(file)).toBe(listing);
  });
  it("settings", () => {
    const settings = {
      learner: {
        generic_param: {seed: "0"},
        gradient_booster: {gbtree_model_param: {num_trees: "2"}, name: "gbtree"},
        learner_train_param: {booster: "gbtree", objective: "binary:logistic"}
      },
      version: [2, 1, 4]
    };
    expect(told(JSON.stringify(settings))).toBe(
      `These are save_config’s settings, without the trees: ${save}`
    );
  });
  it("UBJSON", () => {
    const ubjson = "{L\0\0\0\0\0\0\0\x07learner{L\0\0\0\0\0\0\0\x0aattributes{}}}";
    expect(told(bytesOf(ubjson))).toBe(`This is UBJSON, XGBoost’s binary format: ${save}`);
  });
  it("a pickle", () => {
    for (const protocol of [2, 3, 4, 5])
      expect(told(bytesOf(`\x80${String.fromCharCode(protocol)}\x95\0\0\x0cxgboost.core`))).toBe(
        `This is a pickle of Python (or joblib): load it there, and ${save}`
      );
  });
  it("the old binary format, with and without its mark", () => {
    const body = `\0\0\0\x3f\x02${"\0".repeat(130)}\x0f\0\0\0binary:logistic\x06\0\0\0gbtree`;
    for (const file of [`binf${body}`, body])
      expect(told(bytesOf(file))).toBe(
        `This is XGBoost’s old binary format: load it with XGBoost 3.0 or older, and ${save}`
      );
  });
  it("a compressed file", () => {
    const text = new TextEncoder().encode(pythonModel);
    for (const packed of [gzipSync(text), deflateSync(text), bytesOf("PK\x03\x04\x14\0")])
      expect(told(packed)).toBe(
        `This is a compressed file (ZIP, gzip, or joblib’s): unpack it; from XGBoost, ${save}`
      );
  });
  it("this site's own card and parameters", () => {
    expect(told('{"format":"vitrine-model-card"}')).toBe(
      "This is this site’s model card, without the model: take “Model file of this site”."
    );
    expect(told('{"format":"vitrine-parameters"}')).toContain("list of parameters, without the model");
  });
  it("any other binary file", () => {
    expect(told(bytesOf("\x7fELF\0\x01"))).toBe(
      "The file is binary, and a model is read from JSON: save XGBoost models under a name that ends in .json."
    );
  });
});

describe("a model file", () => {
  it("is none of these", () => {
    const model = toFile(madeUpLinear(1, 2));
    for (const text of [pythonModel, model]) {
      expect(nearMissOfBytes(new TextEncoder().encode(text))).toBeUndefined();
      expect(nearMissOfText(text)).toBeUndefined();
      expect(nearMissOfJson(JSON.parse(text))).toBeUndefined();
    }
  });
  it("is read in the encodings that editors save it in", () => {
    const model = {...madeUpLinear(1, 1), features: ["região"]};
    const text = toFile(model);
    const utf16 = new Uint8Array(Uint16Array.from(`\ufeff${text}`, (unit) => unit.charCodeAt(0)).buffer);
    for (const bytes of [
      new TextEncoder().encode(text),
      new TextEncoder().encode(`\ufeff${text}`),
      utf16,
      bytesOf(text)
    ]) {
      const read = fileText(bytes);
      expect(read.ok && fromFile(read.value)).toEqual({ok: true, value: {model}});
    }
  });
});
