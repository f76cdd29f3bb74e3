import {describe, expect, it} from "vitest";
import fc from "fast-check";
import {controlOf} from "../../../lib/experiments/controlArm.js";
import {csvTable} from "../../../lib/experiments/csvTable.js";
import {dailyEffect} from "../../../lib/experiments/read/daily.js";
import {summariseUsers} from "../../../lib/experiments/read/summarise.js";
import {readTest} from "../../../lib/experiments/read/readTest.js";
import {readUsers as usersOf} from "../../../lib/experiments/readUsers.js";
import {userColumns} from "../../../lib/experiments/userColumns.js";
import type {UserAnswers} from "../../../lib/experiments/userLayout.js";
import {userLayout} from "../../../lib/experiments/userLayout.js";
import {accountSentences, headlineNotes} from "../../../lib/experiments/usersAccount.js";
import {noDay} from "../../../lib/experiments/users.js";
import {given, refusal} from "./read/support.js";

const readUsers = (text: string, answers?: UserAnswers) => {
  const table = csvTable(text);
  return table.ok ? usersOf(table.value, answers) : table;
};
const csv = (header: string, rows: readonly (readonly unknown[])[], separator = ",") =>
  [header, ...rows.map((row) => row.join(separator))].join("\n");

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
      ",1,2018-01-01",
      "b,1",
      "b",
      "b,,2018-01-01",
      "b,0,2018-01-02",
      `${"x".repeat(41)},1,2018-01-01`
    ].join("\n");
    const read = given(readUsers(text));
    expect(read.users.arm).toHaveLength(2);
    expect([read.rows, read.bad]).toEqual([8, 6]);
    expect(read.badRows).toEqual([
      {row: 3, column: "outcome", reason: "“abc” is not a number"},
      {row: 4, column: "arm", reason: "the arm is empty"},
      {row: 5, column: "", reason: "it has 2 fields where the header has 3"},
      {row: 6, column: "", reason: "it has 1 field where the header has 3"},
      {row: 7, column: "outcome", reason: "it is empty"},
      {row: 9, column: "arm", reason: "the arm’s name is longer than 40 characters"}
    ]);
    expect(headlineNotes(read)).toEqual(["6 of 8 rows (75.0\u00a0%) could not be read and are not in this."]);
  });

  it("do not mistake a decimal point for one of thousands, nor the other way round", () => {
    expect([...given(readUsers("arm;outcome\na;1,5\nb;1.5\nb;1.250,5")).users.outcome]).toEqual([
      1.5, 1.5, 1250.5
    ]);
    expect([...given(readUsers("arm;outcome\na;1,5\nb;1.500")).users.outcome]).toEqual([1.5, 1500]);
    expect([...given(readUsers("arm;outcome\na;1.500\nb;2.5")).users.outcome]).toEqual([1.5, 2.5]);
    for (const text of ["arm;outcome\na;1.370\nb;2", "arm;outcome\na;1.370\nb;2.5\nb;2,5"]) {
      expect(refusal(readUsers(text))).toMatch(
        /“1\.370” in the column of the outcome could be 1,370 or 1\.37,/
      );
      expect(given(readUsers(text, {decimals: {outcome: ","}})).users.outcome[0]).toBe(1370);
      expect(given(readUsers(text, {decimals: {outcome: "."}})).users.outcome[0]).toBe(1.37);
    }
    expect(refusal(readUsers('arm,outcome\na,"1,234"\nb,567'))).toMatch(/could be 1,234 or 1\.234/);
    expect([...given(readUsers("arm,outcome\na,0.125\nb,0.250")).users.outcome]).toEqual([0.125, 0.25]);
  });

  it("begin with the arm called control, wherever it stands and whatever else is called A", () => {
    expect(given(readUsers("arm,outcome\nA,1\nB,0\ncontrol,1")).users.arms).toEqual(["control", "A", "B"]);
    expect(given(readUsers("arm,outcome\nB,1\nA,0")).users.arms).toEqual(["A", "B"]);
  });

  it.each([
    ["", /text is empty/],
    ["arm,outcome", /header but no row/],
    ["foo,bar\n1,2", /No column’s name says that it is the arm, among “foo”, “bar”/],
    ["arm,one,two\na,1,2", /No column’s name says that it is the outcome/],
    ["arm,group,outcome\na,b,1", /Two columns could be the arm: “arm”, “group”/],
    ["arm,outcome\na,R$ 10\nb,US$ 10", /The column “outcome” has amounts in R\$ and US\$/],
    [
      "arm,outcome\na,x\nb,1\nb,2",
      /All users that can be read are in one arm, “b”.*1 of 3 rows cannot be read: in row 2, column “outcome”, “x” is not a number/
    ],
    ['arm,outcome\na,1\nb,"2\na,3\n', /opens in row 3 and is never closed/],
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

describe("a table of amounts with a thousands separator in one field", () => {
  it("is read as without it", () => {
    const rows = Array.from({length: 40}, (_, i) => [
      i % 2 ? "variant" : "control",
      i % 4 === 1 ? `${50 + i}.50` : "0"
    ]);
    const plain = given(readUsers(csv("arm,outcome", [...rows, ["variant", "1250"]])));
    const marked = given(readUsers(csv("arm,outcome", [...rows, ["variant", '"1,250.00"']])));
    expect(marked).toEqual(plain);
    expect(marked.bad).toBe(0);
  });
});

describe("days of a table of users", () => {
  const august = (write: (day: string) => string) =>
    csv(
      "arm,outcome,date",
      Array.from({length: 56}, (_, i) => [
        i % 2 ? "variant" : "control",
        i % 2 && i > 24 ? 1 : 0,
        write(String(1 + (i >> 1)).padStart(2, "0"))
      ])
    );

  it("have the order that all of them say", () => {
    const iso = given(readUsers(august((day) => `2018-08-${day}`)));
    expect(given(readUsers(august((day) => `08/${day}/2018`)))).toEqual(iso);
    expect(given(readUsers(august((day) => `${day}/08/2018`)))).toEqual(iso);
    expect(iso.users.arm).toHaveLength(56);
  });

  it("are asked for where none tells, while the effect stands", () => {
    const text = "arm,outcome,date\na,1,01/08/2018\na,0,02/08/2018\nb,1,03/08/2018\nb,1,04/08/2018";
    const open = given(readUsers(text));
    expect(open.users.outcome).toHaveLength(4);
    expect(open.notes.join()).toMatch(/“01\/08\/2018” could begin with the day or with the month/);
    expect(given(userLayout(given(csvTable(text)))).questions).toEqual([{about: "day", field: "01/08/2018"}]);
    const day = given(readUsers(text, {days: "day-month-year"})).users.day;
    expect(day?.[0]).toBe(Date.UTC(2018, 7, 1) / 86_400_000);
  });

  it("that cannot be read leave their users in the effect", () => {
    const read = given(
      readUsers(
        "arm,outcome,date\na,1,2018-08-01\na,0,2018-02-30\nb,1,0001-01-01\nb,1,NULL\nb,0,1899-12-31\na,1,2018-08-02"
      )
    );
    expect(read.users.outcome).toHaveLength(6);
    expect([...(read.users.day ?? [])].filter((day) => day === noDay)).toHaveLength(4);
    expect([read.bad, read.undated]).toEqual([0, 4]);
    expect(dailyEffect(read.users)).toEqual([]);
    expect(accountSentences(read, "x").join(" ")).toMatch(
      /4 rows without a day that can be read count in all but/
    );
    const clash = given(readUsers("arm,outcome,date\na,1,13/08/2018\nb,0,08/13/2018"));
    expect(clash.users.day).toBeUndefined();
    expect(clash.notes.join()).toMatch(/“13\/08\/2018”, where the day comes first, and “08\/13\/2018”/);
  });

  it("are said to be of several zones where they are", () => {
    const read = given(readUsers("arm,outcome,date\na,1,2018-08-01 10:00Z\nb,1,2018-08-01 10:00-03:00"));
    expect(read.notes.join()).toMatch(/several zones/);
    expect(
      given(readUsers("arm,outcome,date\na,1,2018-08-01 10:00Z\nb,1,2018-08-02 09:00Z")).notes.join()
    ).toMatch(/UTC/);
  });
});

describe("users with several rows", () => {
  /** 120 users with 20 visits each, whose rates differ from user to user and not by arm. */
  const visits = csv(
    "user_id,arm,outcome",
    Array.from({length: 2400}, (_, i) => {
      const user = i % 120;
      const visit = Math.floor(i / 120);
      return [
        `u${user}`,
        user % 2 ? "variant" : "control",
        visit < (((user >> 1) * 7) % 20) + (user % 2) ? 1 : 0
      ];
    })
  );

  it("count as one, their outcomes added up", () => {
    const read = given(readUsers(visits));
    expect(read.users.arm).toHaveLength(120);
    expect(read.repeated).toEqual({
      how: "sum",
      conversions: true,
      repeated: 120,
      distinct: 120,
      crossed: {users: 0, rows: 0}
    });
    expect(headlineNotes(read)[0]).toBe("120 users, 2,400 rows: the outcomes of a user are added up.");
    const p = (repeats: "sum" | "rows") => {
      const summary = given(summariseUsers(given(readUsers(visits, {repeats})).users));
      const {kind, proportions, statistics, ranks} = summary;
      return given(
        readTest(
          proportions
            ? {kind: "proportion", arms: proportions}
            : {kind: kind === "ratio" ? kind : "mean", arms: statistics, ranks}
        )
      ).comparisons[0].tests[0].p;
    };
    expect(p("sum")).toBeGreaterThan(0.2);
    expect(p("rows")).toBeLessThan(0.05);
    expect(headlineNotes(given(readUsers(visits, {repeats: "rows"})))[0]).toMatch(/p is too small/);
  });

  it("may count as converted at least once", () => {
    const text = "user,arm,outcome\n1,a,1\n1,a,1\n2,a,0\n3,b,0\n3,b,1\n4,b,0";
    expect([...given(readUsers(text, {repeats: "ever"})).users.outcome]).toEqual([1, 0, 1, 0]);
    expect([...given(readUsers(text)).users.outcome]).toEqual([2, 0, 1, 0]);
  });

  it("average their values from before, add up denominators and keep the first day", () => {
    const read = given(
      readUsers(
        "user,arm,outcome,before,date,denominator\n1,a,1.5,2,2018-01-02,1\n1,a,2,4,2018-01-01,2\n2,b,3,,2018-01-03,5"
      )
    );
    expect(read.users).toEqual({
      arms: ["a", "b"],
      arm: Uint8Array.of(0, 1),
      outcome: Float64Array.of(3.5, 3),
      before: Float64Array.of(3, NaN),
      day: Int32Array.of(17532, 17534),
      denominator: Float64Array.of(3, 5)
    });
  });

  it("are left out, and counted, where they were in more than one arm", () => {
    const read = given(readUsers("user,arm,outcome\n1,a,1\n1,b,1\n2,a,0\n3,b,1\n4,a,1"));
    expect(read.users.arm).toHaveLength(3);
    expect(headlineNotes(read)).toEqual([
      "4 users, 5 rows: the outcomes of a user are added up.",
      "1 user with rows in more than one arm (2 rows) is left out."
    ]);
    const rows = given(readUsers("user,arm,outcome\n1,a,1\n1,b,1\n2,a,0\n3,b,1\n4,a,1", {repeats: "rows"}));
    expect(rows.users.arm).toHaveLength(5);
    expect(headlineNotes(rows)[1]).toBe("1 user with rows in more than one arm counts in each of them.");
  });

  it("are not seen where each has one row", () => {
    expect(given(readUsers("user,arm,outcome\n1,a,1\n2,b,1")).repeated).toBeNull();
  });
});

describe("columns", () => {
  it("are found by their names, a word in them, or what the reader says", () => {
    const places = (header: string) => userColumns(header.split(",")).places;
    expect(places("user_id,timestamp,group,landing_page,converted")).toEqual({
      user: 0,
      date: 1,
      arm: 2,
      outcome: 4
    });
    expect(places("USER ID,VARIANT_NAME,REVENUE")).toEqual({user: 0, arm: 1, outcome: 2});
    expect(places("id,customer_unique_id,test group,total_revenue")).toEqual({user: 1, arm: 2, outcome: 3});
    expect(places("braço,resultado,antes,data")).toEqual({arm: 0, outcome: 1, before: 2, date: 3});
    expect(places("userId,version,revenue_before,revenue")).toEqual({user: 0, arm: 1, before: 2, outcome: 3});
    expect(places("variant,age_group,converted_at,converted")).toEqual({arm: 0, outcome: 3});
    expect(userColumns(["one", "two", "three"], {arm: 1}).questions).toEqual([
      {role: "outcome", options: [0, 2], unnamed: true}
    ]);
  });

  it("that could both be the outcome are asked for", () => {
    const text = "user_id,variant,converted,revenue\n1,a,1,10\n2,b,0,20\n3,a,0,0";
    expect(refusal(readUsers(text))).toBe(
      "Two columns could be the outcome: “converted”, “revenue”. Choose one where the table is given."
    );
    expect([...given(readUsers(text, {columns: {outcome: 3}})).users.outcome]).toEqual([10, 20, 0]);
    expect(given(readUsers(text, {columns: {outcome: 2}})).ignored).toEqual(["revenue"]);
  });
});

describe("the control", () => {
  it.each([
    [["treatment", "ctrl"], 1],
    [["treatment", "Control group"], 1],
    [["new page", "Holdout"], 1],
    [["b", "a"], 1],
    [["variação", "controle"], 1],
    [["A", "control"], 1],
    [["on", "off"], 1],
    [["uncontrolled", "blue"], -1]
  ])("of %j is %i", (arms, control) => {
    expect(controlOf(arms)).toBe(control);
  });

  it("is said to be a guess where no name tells, and is what the reader says", () => {
    const text = "arm,outcome\nblue,1\ngreen,0";
    expect(given(readUsers(text)).control).toEqual({name: "blue", told: false});
    expect(given(readUsers(text, {control: "green"})).users.arms).toEqual(["green", "blue"]);
  });

  it("is one arm however it is capitalised", () => {
    const read = given(readUsers("arm,outcome\nControl,1\ncontrol,0\nvariant,1"));
    expect([...read.users.arm]).toEqual([0, 0, 1]);
    expect(read.notes).toEqual(["“Control” and “control” are taken for one arm."]);
  });
});

describe("any way of writing the same table", () => {
  const amount = fc.integer({min: 0, max: 5_000_000}).map((cents) => cents / 100);
  const dialect = fc.record({
    decimal: fc.constantFrom(".", ","),
    thousands: fc.boolean(),
    currency: fc.constantFrom("", "R$ ", "€"),
    places: fc.constantFrom(0, 2),
    separator: fc.constantFrom(";", "\t", "|"),
    before: fc.constantFrom("", "sep=", "\n\n"),
    end: fc.constantFrom("\n", "\r\n"),
    order: fc.constantFrom("iso", "dmy", "mdy")
  });
  const user = fc.record({amount, day: fc.integer({min: 1, max: 364})});

  it("gives the same users, or a question", () => {
    fc.assert(
      fc.property(fc.array(user, {minLength: 2, maxLength: 12}), dialect, (users, how) => {
        const written = (value: number) => {
          const [whole, cents] = value.toFixed(how.places).split(".");
          const mark = how.decimal === "." ? "," : ".";
          const grouped = how.thousands ? whole.replace(/\B(?=(\d{3})+$)/g, mark) : whole;
          return how.currency + (cents ? grouped + how.decimal + cents : grouped);
        };
        const day = (number: number) => {
          const [year, month, date] = new Date(Date.UTC(2018, 0, number))
            .toISOString()
            .slice(0, 10)
            .split("-");
          return {
            iso: `${year}-${month}-${date}`,
            dmy: `${date}/${month}/${year}`,
            mdy: `${month}/${date}/${year}`
          }[how.order];
        };
        const lines = ["arm", "outcome", "date"].join(how.separator);
        const rows = users.map(({amount: value, day: number}, i) =>
          [i % 2 ? "b" : "a", written(value), day(number)].join(how.separator)
        );
        const first = how.before === "sep=" ? `sep=${how.separator}${how.end}` : how.before;
        const text = first + [lines, ...rows].join(how.end);
        const read = readUsers(text);
        if (!read.ok) {
          expect(read.code).toBe("question");
          return;
        }
        expect(read.value.bad).toBe(0);
        expect([...read.value.users.outcome]).toEqual(
          users.map(({amount: value}) => Number(value.toFixed(how.places)))
        );
        if (read.value.users.day)
          expect([...read.value.users.day]).toEqual(
            users.map(({day: number}) => Date.UTC(2018, 0, number) / 86_400_000)
          );
      }),
      {numRuns: 500}
    );
  });
});
