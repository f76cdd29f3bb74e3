import {describe, expect, it} from "vitest";
import {queryRows, withDatabase} from "../../../loaders/database.js";
import {quote} from "../../../lib/sql/expressions.js";
import {withGaps} from "../../../lib/reading/decodeText.js";
import {brokenTextPattern, isBroken} from "../../../lib/reading/brokenText.js";

const whole = [
  "são paulo",
  "SÃO JOÃO DEL-REI",
  "MAÇÃ…",
  "“MAÇÃ” – ótimo",
  "coração",
  "Ângela",
  "élève à l’école",
  "naïve café",
  "👍🏽 amei",
  "10 % — 5º andar, nº 3",
  "50 °C",
  "ÂMBAR",
  "señor",
  "Straße",
  "œuvre",
  "1ª compra",
  "R$ 1.000,00",
  "żółć",
  "«bom»",
  "MAÇÃ\u00a0boa",
  "«MAÇû",
  "“MAÇÔ"
];
const mangled = (text: string) => withGaps(Buffer.from(text, "utf8").toString("latin1"));
const broken = [
  ...[
    "são paulo",
    "GOIÓPOLIS",
    "ESPAÑA",
    "coração",
    "é ótimo",
    "à vista",
    "Ângela",
    "nº 3",
    "👍 amei",
    "“bom”"
  ].map(mangled),
  "s\ufffdo paulo",
  "n‹o",
  "cora\u008d\u008bo"
];

describe("a text broken by a wrong encoding", () => {
  it("is told from a whole one", () => {
    expect(whole.filter(isBroken)).toEqual([]);
    expect(broken.filter((text) => !isBroken(text))).toEqual([]);
  });

  it("is told by DuckDB as by JavaScript", async () => {
    const texts = [...whole, ...broken];
    const rows = await withDatabase(async (connect) =>
      queryRows<{found: boolean}>(
        await connect(),
        `select regexp_matches(t, ${quote(brokenTextPattern)}) as found
         from (values ${texts.map((text, i) => `(${i}, ${quote(text)})`).join(", ")}) v(i, t) order by i`
      )
    );
    expect(rows.map(({found}) => found)).toEqual(texts.map(isBroken));
  });
});
