import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {concordanceIndex} from "../../../lib/survival/concordanceIndex.js";
import {coxModel} from "../../../lib/survival/coxModel.js";
import {nelsonAalen} from "../../../lib/survival/nelsonAalen.js";
import {proportionalHazards} from "../../../lib/survival/proportionalHazards.js";
import {columns, drawn, refusal, reversed, valueOf} from "./support.js";

type Columns = ReturnType<typeof columns>;
const covariates = ({numbers}: Columns, ...names: string[]) =>
  names.map((name) => ({name, values: numbers(name)}));

function close(found: readonly number[], wanted: readonly number[], tolerance: number) {
  expect(found).toHaveLength(wanted.length);
  found.forEach((value, j) => expect(Math.abs(value - wanted[j])).toBeLessThan(tolerance));
}

const rossi = columns("rossi.csv");
const rossiCovariates = covariates(rossi, "fin", "age", "race", "wexp", "mar", "paro", "prio");
const [weeks, arrests] = [rossi.numbers("week"), Uint8Array.from(rossi.numbers("arrest"))];

describe("Cox's model of R's lung data: age, sex and ph.ecog", () => {
  const {numbers} = columns("lung.csv");
  const known = [...numbers("ph.ecog").keys()].filter((row) => !Number.isNaN(numbers("ph.ecog")[row]));
  const column = (name: string) => {
    const values = numbers(name);
    return Float64Array.from(known, (row) => values[row]);
  };
  const three = ["age", "sex", "ph.ecog"].map((name) => ({name, values: column(name)}));
  const model = valueOf(coxModel(column("time"), Uint8Array.from(column("status")), three));

  it("has the coefficients, standard errors and intervals that R gives", () => {
    const found = model.coefficients;
    expect([model.rows, model.events, model.ties, model.converged]).toEqual([227, 164, "efron", true]);
    close(
      found.map(({coefficient}) => coefficient),
      [0.01106676, -0.5526124, 0.46372848],
      5e-9
    );
    close(
      found.map(({standardError}) => standardError),
      [0.009267411, 0.167739054, 0.113577266],
      1e-9
    );
    close(
      found.flatMap(({hazardRatio, low, high}) => [hazardRatio ?? 0, low ?? 0, high ?? 0]),
      [1.0111, 0.9929, 1.0297, 0.5754, 0.4142, 0.7994, 1.59, 1.2727, 1.9864],
      5e-5
    );
    close(
      found.flatMap(({z, p}) => [z, p]),
      [1.194, 0.232416, -3.294, 0.000986, 4.083, 0.0000445],
      5e-4
    );
  });

  it("has R's likelihood-ratio and score tests and concordance", () => {
    expect(model.likelihoodRatio.chiSquare).toBeCloseTo(30.5, 2);
    expect(model.likelihoodRatio.p).toBeCloseTo(1.083e-6, 9);
    expect(model.score.p).toBeCloseTo(1.083e-6, 9);
    expect(model.concordance.index).toBeCloseTo(0.637, 3);
  });
});

describe("Cox's model of Rossi's recidivists", () => {
  const fit = (ties: "efron" | "breslow") => valueOf(coxModel(weeks, arrests, rossiCovariates, ties));

  it("has the coefficients that scikit-survival's tests have from R, by Efron's and Breslow's rule", () => {
    close(
      fit("efron").coefficients.map(({coefficient}) => coefficient),
      [
        -0.379422166485887, -0.0574377426840626, 0.313899787842507, -0.149795697666534, -0.433703877937307,
        -0.0848710825003959, 0.0914970809852961
      ],
      5e-9
    );
    close(
      fit("breslow").coefficients.map(({coefficient}) => coefficient),
      [-0.37902189, -0.05724593, 0.31412977, -0.1511146, -0.43278257, -0.08498284, 0.09111154],
      6e-9
    );
  });

  it("has the standard errors, z, likelihood-ratio test and concordance of R's summary", () => {
    const {coefficients, likelihoodRatio, logLikelihood, concordance} = fit("efron");
    close(
      coefficients.map(({standardError}) => standardError),
      [0.19138, 0.022, 0.30799, 0.21222, 0.38187, 0.19576, 0.02865],
      5e-6
    );
    close(
      coefficients.map(({z}) => z),
      [-1.983, -2.611, 1.019, -0.706, -1.136, -0.434, 3.194],
      5e-4
    );
    expect(likelihoodRatio.chiSquare).toBeCloseTo(33.27, 2);
    expect(likelihoodRatio.p).toBeCloseTo(2.362e-5, 8);
    expect(logLikelihood.model).toBeCloseTo(-658.75, 2);
    expect(concordance.index).toBeCloseTo(0.64, 2);
  });

  it("has hazards that are proportional but for age, as J. Fox's appendix on Cox regression (2002) finds", () => {
    const three = covariates(rossi, "fin", "age", "prio");
    const model = valueOf(coxModel(weeks, arrests, three));
    const {covariates: each, together} = valueOf(proportionalHazards(weeks, arrests, three, model));
    close(
      each.map(({correlation}) => correlation),
      [-0.00657, -0.20976, -0.08004],
      5e-6
    );
    close(
      each.map(({chiSquare}) => chiSquare),
      [0.00507, 6.54147, 0.77288],
      5e-6
    );
    close([...each.map(({p}) => p), together.p], [0.9433, 0.0105, 0.3793, 0.0679], 5e-5);
    expect(together.chiSquare).toBeCloseTo(7.13046, 5);
  });
});

it("Cox's model of the larynx data is that of Klein and Moeschberger (2003), example 8.3", () => {
  const larynx = columns("larynx.csv");
  const model = valueOf(
    coxModel(
      larynx.numbers("time"),
      Uint8Array.from(larynx.numbers("death")),
      covariates(larynx, "Stage_II", "Stage_III", "Stage_IV", "age"),
      "breslow"
    )
  );
  close(
    model.coefficients.map(({coefficient}) => coefficient),
    [0.1386, 0.6383, 1.6931, 0.0189],
    1e-4
  );
  close(
    model.coefficients.map(({standardError}) => standardError),
    [0.4623, 0.3561, 0.4222, 0.0143],
    1e-4
  );
});

describe("Cox's model of any rows", () => {
  it("does not mind their order, the covariates' units, or ties that there are not", () => {
    fc.assert(
      fc.property(drawn(true), (rows) => {
        const {durations, events, covariates: both} = rows;
        const model = coxModel(durations, events, both);
        const other = reversed(rows);
        const again = coxModel(other.durations, other.events, other.covariates, "breslow");
        const scaled = coxModel(
          durations,
          events,
          both.map(({name, values}) => ({name, values: values.map((value) => 1e4 - 1e3 * value)}))
        );
        expect([again.ok, scaled.ok]).toEqual([model.ok, model.ok]);
        if (!model.ok || !again.ok || !scaled.ok) return;
        const of = (one: typeof model) => one.value.coefficients.map(({coefficient}) => coefficient);
        close(of(again), of(model), 1e-7);
        close(
          of(scaled).map((value) => -1e3 * value),
          of(model),
          1e-6
        );
        expect(model.value.logLikelihood.model).toBeGreaterThanOrEqual(model.value.logLikelihood.without);
      }),
      {numRuns: 40}
    );
  });

  it("turns the sign of a group's coefficient with the group's code", () => {
    fc.assert(
      fc.property(drawn(), fc.constantFrom("efron" as const, "breslow" as const), (rows, ties) => {
        const [{values: x}, {values}] = rows.covariates;
        const fit = (group: Float64Array) =>
          coxModel(
            rows.durations,
            rows.events,
            [
              {name: "group", values: group},
              {name: "x", values: x}
            ],
            ties
          );
        const [one, other] = [fit(values), fit(values.map((value) => 1 - value))];
        expect(other.ok).toBe(one.ok);
        if (!one.ok || !other.ok) return;
        const [[a, same], [b, alike]] = [one, other].map(({value}) => value.coefficients);
        expect(b.coefficient).toBeCloseTo(-a.coefficient, 7);
        expect(b.standardError).toBeCloseTo(a.standardError, 7);
        expect(alike.coefficient).toBeCloseTo(same.coefficient, 7);
      }),
      {numRuns: 40}
    );
  });

  it("has Nelson and Aalen's hazard as its baseline where a covariate does next to nothing", () => {
    const values = Float64Array.from(weeks, (_, row) => (row % 2 === 0 ? 1e-9 : 0) + row * 1e-12);
    const {coefficients, baseline} = valueOf(coxModel(weeks, arrests, [{name: "x", values}], "breslow"));
    const hazards = nelsonAalen(weeks, arrests);
    expect(coefficients[0].standardError).toBeGreaterThan(1e7);
    expect(baseline.map(({time}) => time)).toEqual(hazards.map(({time}) => time));
    baseline.forEach(({cumulative}, k) =>
      expect(Math.abs(cumulative / hazards[k].hazard - 1)).toBeLessThan(0.02)
    );
  });
});

describe("a concordance", () => {
  it("counts what pair by pair counts, and turns round with the score", () => {
    fc.assert(
      fc.property(drawn(), ({durations, events, covariates: [{values}]}) => {
        let [concordant, discordant, tied] = [0, 0, 0];
        for (let a = 0; a < durations.length; a++)
          for (let b = 0; b < durations.length; b++) {
            const later = durations[b] > durations[a] || (durations[b] === durations[a] && events[b] === 0);
            if (events[a] === 0 || !later) continue;
            if (values[a] > values[b]) concordant++;
            else if (values[a] < values[b]) discordant++;
            else tied++;
          }
        const found = concordanceIndex(durations, events, values);
        expect(found).toMatchObject({concordant, discordant, tied});
        const turned = concordanceIndex(
          durations,
          events,
          values.map((value) => -value)
        );
        expect(turned).toMatchObject({concordant: discordant, discordant: concordant, tied});
      }),
      {numRuns: 40}
    );
  });

  it("is none without pairs", () => {
    expect(concordanceIndex(new Float64Array(0), new Uint8Array(0), new Float64Array(0)).index).toBeNull();
    expect(
      concordanceIndex(Float64Array.of(2, 2), Uint8Array.of(1, 1), Float64Array.of(1, 2)).index
    ).toBeNull();
  });
});

describe("Cox's model refuses", () => {
  const times = Float64Array.of(1, 2, 3, 4, 5, 6);
  const all = new Uint8Array(6).fill(1);
  const x = {name: "x", values: Float64Array.of(3, 1, 4, 1, 5, 9)};
  const of = (...values: number[]) => ({name: "y", values: Float64Array.from(values)});

  it("no rows, no events and no covariates", () => {
    const nothing = {name: "x", values: new Float64Array(0)};
    expect(refusal(coxModel(new Float64Array(0), new Uint8Array(0), [nothing]))).toContain("no rows");
    expect(refusal(coxModel(times, new Uint8Array(6), [x]))).toContain("Nobody has had the event");
    expect(refusal(coxModel(times, all, []))).toContain("at least one covariate");
  });

  it("a covariate with gaps", () => {
    expect(refusal(coxModel(times, all, [x, of(1, NaN, 2, 3, NaN, 4)]))).toContain(
      "“y” has no value in 2 rows"
    );
  });

  it("a constant covariate, and one that changes only where nobody is at risk", () => {
    expect(refusal(coxModel(times, all, [x, of(7, 7, 7, 7, 7, 7)]))).toContain("“y” is the same");
    const early = Uint8Array.of(0, 1, 1, 1, 1, 1);
    expect(refusal(coxModel(times, early, [x, of(1, 0, 0, 0, 0, 0)]))).toContain("“y” is the same");
  });

  it("nothing where all have the event at one time: no coefficient but 0 can be told", () => {
    for (const ties of ["efron", "breslow"] as const) {
      const {coefficients, concordance} = valueOf(coxModel(new Float64Array(6).fill(2), all, [x], ties));
      expect(coefficients[0].coefficient).toBeCloseTo(0, 12);
      expect(coefficients[0].p).toBeCloseTo(1, 10);
      expect(concordance.index).toBeNull();
    }
  });

  it("a covariate that follows from others", () => {
    expect(refusal(coxModel(times, all, [x, of(...x.values.map((value) => 2 - 3 * value))]))).toContain(
      "“y” follows from"
    );
  });

  it("a coefficient that runs away, of a group or of a number", () => {
    const first = of(1, 1, 1, 0, 0, 0);
    expect(refusal(coxModel(times, all, [first]))).toContain("“y” tells apart");
    expect(refusal(coxModel(times, all, [x, of(6, 5, 4, 3, 2, 1)], "breslow"))).toContain(
      "grows without end"
    );
    const never = Uint8Array.of(0, 1, 0, 1, 0, 1);
    expect(refusal(coxModel(times, never, [of(1, 0, 1, 0, 1, 0)]))).toContain("“y” tells apart");
  });

  it("a check of proportionality where all events happen at one time", () => {
    const [at, who] = [Float64Array.of(3, 3, 3, 4, 4, 4), Uint8Array.of(1, 1, 0, 0, 0, 0)];
    const model = valueOf(coxModel(at, who, [x]));
    expect(refusal(proportionalHazards(at, who, [x], model))).toContain("one time");
  });
});
