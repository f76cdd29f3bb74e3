import {expect, it} from "vitest";
import {addMonths, monthStart} from "../../lib/dashboard/cube.js";
import {bucketStart} from "../../lib/dashboard/trend.js";
import {chooseBackend} from "../../lib/learn/backend.js";
import {design} from "../../lib/learn/design.js";
import {finish} from "../../lib/learn/finish.js";
import {flagRiskiest} from "../../lib/learn/flagging.js";
import {checkParameters} from "../../lib/learn/parameters.js";
import {inBuildOrder} from "../../lib/marts/index.js";
import {items} from "../../lib/marts/items.js";
import {orders} from "../../lib/marts/orders.js";
import {quantiles} from "../../lib/random/quantiles.js";
import {randomSource} from "../../lib/random/source.js";
import {xoshiro128} from "../../lib/random/xoshiro128.js";
import {fail} from "../../lib/result.js";
import {repeatScore, rfmScores} from "../../lib/rfm/score.js";
import {explain, isAnswer, missingTable} from "../../lib/sql/explain.js";
import {identifier} from "../../lib/sql/literal.js";
import {mentions} from "../../lib/sql/mentions.js";
import {projectionSql} from "../../lib/sql/projection.js";
import {statement} from "../../lib/sql/statement.js";
import {tokens} from "../../lib/sql/tokens.js";
import {formatShared, formatState} from "../../lib/state/formatState.js";
import {choice, integer} from "../../lib/state/parameters.js";
import {parseState} from "../../lib/state/parseState.js";
import {parameters} from "./learn/support.js";

it("the examples of the dashboard hold", () => {
  expect(monthStart("2017-11")).toEqual(new Date("2017-11-01T00:00:00.000Z"));
  expect(addMonths(monthStart("2017-11"), 2)).toEqual(new Date("2018-01-01T00:00:00.000Z"));
  expect(bucketStart(new Date("2017-11-24"), "week")).toEqual(new Date("2017-11-20T00:00:00.000Z"));
});

it("the examples of learning hold", () => {
  expect(chooseBackend("auto", {renderer: "SwiftShader", float32: true})).toEqual({
    backend: "cpu",
    fellBack: ""
  });
  const {test} = design(
    [{kind: "number", name: "x", label: "x", values: Float64Array.of(1, 3, 9)}],
    Uint32Array.of(0, 1),
    Uint32Array.of(2)
  );
  expect(test.map((column) => [...column])).toEqual([[7]]);
  expect(flagRiskiest(Uint8Array.of(0, 0, 0, 1), [0.1, 0.2, 0.3, 0.9], 0.25).lift).toBe(4);
  const wrong = checkParameters({...parameters, C: -1});
  expect(wrong.ok ? "" : wrong.message).toBe("C must be between 0.00001 and 1,000, not -1");
  function* once() {
    yield 1;
    return 2;
  }
  expect(finish(once())).toBe(2);
});

it("the examples of marts, scores and random numbers hold", () => {
  expect(inBuildOrder([orders, items])).toEqual([orders, items]);
  expect(rfmScores([{recencyDays: 3, frequency: 2, monetary: 900}])[0].fm).toBe(3);
  expect(repeatScore(2)).toBe(3);
  expect(quantiles([0, 0.5, 1], [0, 10, 100])(0.75)).toBe(55);
  expect(randomSource(1)() === randomSource(1)()).toBe(true);
  expect(xoshiro128(1, 2, 3, 4)() * 2 ** 32).toBe(11520);
  expect(fail("empty", "no rows")).toEqual({ok: false, code: "empty", message: "no rows"});
});

it("the examples of SQL hold", () => {
  const message = "Catalog Error: Table with name ordrs does not exist!";
  expect(explain(message, ["items", "orders"])).toBe(
    "There is no table “ordrs”: did you mean “orders”? There are: items, orders. (DuckDB: Catalog Error: Table with name ordrs does not exist!)"
  );
  expect(missingTable(message)).toBe("ordrs");
  expect(isAnswer("Parser Error: syntax error")).toBe(true);
  expect(identifier("order")).toBe('"order"');
  expect(mentions("select orders from daily, items", ["orders", "daily", "items"])).toEqual([
    "daily",
    "items"
  ]);
  expect(
    projectionSql("select sum(items) from daily", [{name: "n", type: {kind: "scalar", name: "HUGEINT"}}])
  ).toBe('SELECT CAST(c0 AS BIGINT) AS "n" FROM (\nselect sum(items) from daily\n) AS q(c0)');
  expect(statement("select 1;")).toEqual({ok: true, value: "select 1"});
  expect(tokens("from a -- b").map(({text}) => text)).toEqual(["from", "a"]);
});

it("the examples of the address hold", () => {
  expect(formatState({top: integer(10)}, {top: 20}, "?state=SP&x=1")).toBe("?top=20&state=SP");
  expect(formatShared({state: choice("all", ["all", "SP"])}, {state: "SP"}, "?cutoff=2018-03-01")).toBe(
    "?state=SP&cutoff=2018-03-01"
  );
  const {values, problems} = parseState({top: integer(10, {min: 1})}, "?top=0");
  expect(values).toEqual({top: 10});
  expect(problems).toHaveLength(1);
});
