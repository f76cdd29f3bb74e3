import {describe, expect, it} from "vitest";
import {dayField, decimalOf, numberField} from "../../../lib/experiments/csvFields.js";
import {csvTable, separatorOf} from "../../../lib/experiments/csvTable.js";
import {readUsers} from "../../../lib/experiments/readUsers.js";
import {given, refusal} from "./read/support.js";

describe("users out of a text", () => {
  it("come with arms, outcomes, covariates, days and denominators, whatever the separator", () => {
    const rows = [
      ["arm", "outcome", "before", "date", "denominator"],
      ["variant", "1", "2.5", "2018-08-29", "2"],
      ["control", "0", "", "29/08/2018", "1"]
    ];
    for (const separator of [",", ";", "\t"]) {
      const {users, rows: count, bad} = given(readUsers(rows.map((row) => row.join(separator)).join("\n")));
      expect(users).toEqual({
        arms: ["control", "variant"],
        arm: Uint8Array.of(1, 0),
        outcome: Float64Array.of(1, 0),
        before: Float64Array.of(2.5, NaN),
        day: Int32Array.of(17772, 17772),
        denominator: Float64Array.of(2, 1)
      });
      expect([count, bad]).toEqual([2, 0]);
    }
  });

  it("may have decimal commas, quotes, a byte order mark, blank lines and other columns", () => {
    const text = '\uFEFFGroup;Revenue;note\r\na;"1.234,5";x\r\n\r\nb;2,5;"y;z"\r\n';
    const {users, ignored, blank} = given(readUsers(text));
    expect([...users.outcome]).toEqual([1234.5, 2.5]);
    expect(ignored).toEqual(["note"]);
    expect(blank).toBe(1);
    expect([...given(readUsers('arm,outcome\na,"1,5"\nb,2')).users.outcome]).toEqual([1.5, 2]);
    expect([...given(readUsers("arm,outcome\na,yes\nb,Não")).users.outcome]).toEqual([1, 0]);
  });

  it("lose no row without a word", () => {
    const text = [
      "arm,outcome,date",
      "a,1,2018-01-01",
      "b,abc,2018-01-01",
      "b,1,2018-02-30",
      ",1,2018-01-01",
      "b,1",
      "b,,2018-01-01",
      "b,0,2018-01-02",
      `${"x".repeat(41)},1,2018-01-01`
    ].join("\n");
    const read = given(readUsers(text));
    expect(read.users.arm).toHaveLength(2);
    expect([read.rows, read.bad]).toEqual([8, 6]);
    expect(read.badRows).toEqual([
      {row: 3, column: "outcome", reason: "“abc” is not a number"},
      {row: 4, column: "date", reason: "“2018-02-30” is not a day like 2018-08-29 or 29/08/2018"},
      {row: 5, column: "arm", reason: "the arm is empty"},
      {row: 6, column: "", reason: "it has 2 fields where the header has 3"},
      {row: 7, column: "outcome", reason: "it is empty"},
      {row: 9, column: "arm", reason: "the arm’s name is longer than 40 characters"}
    ]);
  });

  it("do not mistake a decimal point for one of thousands, nor the other way round", () => {
    const mixed = given(readUsers("arm;outcome\na;1,5\nb;1.5\nb;1.500"));
    expect([...mixed.users.outcome]).toEqual([1.5, 1500]);
    expect(mixed.badRows[0].reason).toMatch("“1.5” is not a number");
    expect([...given(readUsers("arm;outcome\na;1.500\nb;2.5")).users.outcome]).toEqual([1.5, 2.5]);
    expect(refusal(readUsers("arm;outcome\na;1.500\nb;2"))).toMatch(
      /“1\.500” in the column “outcome” could be thousands or decimals/
    );
    expect(refusal(readUsers('arm,outcome\na,"1,234"\nb,567'))).toMatch(/could be thousands or decimals/);
    expect([...given(readUsers("arm,outcome\na,0.125\nb,0.250")).users.outcome]).toEqual([0.125, 0.25]);
  });

  it("begin with the arm called control, wherever it stands and whatever else is called A", () => {
    expect(given(readUsers("arm,outcome\nA,1\nB,0\ncontrol,1")).users.arms).toEqual(["control", "A", "B"]);
    expect(given(readUsers("arm,outcome\nB,1\nA,0")).users.arms).toEqual(["A", "B"]);
  });

  it.each([
    ["", /text is empty/],
    ["arm,outcome", /header but no row/],
    ["foo,bar\n1,2", /no “arm” and no “outcome” among “foo”, “bar”/],
    ["arm,bar\n1,2", /there is no “outcome”/],
    ["arm,group,outcome\na,b,1", /Two columns could be the arm: “arm” and “group”/],
    ["arm,outcome\na,1\na,0", /All users are in one arm, “a”/],
    ["arm,outcome\na,x\nb,y", /Not one of the 2 rows can be read: in row 2, column “outcome”/],
    [`arm,outcome\n${Array.from({length: 12}, (_, i) => `a${i},1`).join("\n")}`, /more than 10 arms/]
  ])("are refused with a sentence: %s", (text, sentence) => {
    expect(refusal(readUsers(text))).toMatch(sentence);
  });

  it("keep markup as text", () => {
    const {users} = given(readUsers("arm,outcome\n<img src=x onerror=alert(1)>,1\ncontrol,0"));
    expect(users.arms).toEqual(["control", "<img src=x onerror=alert(1)>"]);
  });
});

describe("fields", () => {
  it("are numbers only where they are", () => {
    expect(separatorOf("arm;outcome")).toBe(";");
    expect(separatorOf('"a;b;c",arm')).toBe(",");
    expect(given(csvTable("arm,outcome\na,1")).places).toEqual({arm: 0, outcome: 1});
    expect(decimalOf(["1.234,5", "7"])).toBe(",");
    expect(numberField("1.234,5", ",")).toBe(1234.5);
    expect(numberField("yes", ".")).toBe(1);
    for (const odd of ["NaN", "Infinity", "1e9999", "0x10", "", "constructor", "1 2"])
      expect(Number.isFinite(numberField(odd, "."))).toBe(false);
  });

  it("are days only where those exist", () => {
    expect(dayField("29/08/2018")).toBe(dayField("2018-08-29 10:00"));
    for (const odd of ["2018-13-01", "31/02/2018", "yesterday", "2018-1-1", ""])
      expect(dayField(odd)).toBeNaN();
  });
});
