import type {Calibration} from "./calibration.js";
import {double} from "./sqlNumbers.js";

/** 1 / (1 + e^-x) without overflow. @example sigmoidSql("x") => "1e0 / (1e0 + exp(-greatest(least(x, 700e0), -700e0)))" */
export const sigmoidSql = (x: string): string => `1e0 / (1e0 + exp(-greatest(least(${x}, 700e0), -700e0)))`;

/** `calibrated` in SQL: `p` and `margin` are names of columns, the latter where the model scores in log-odds. */
export function calibratedSql(calibration: Calibration | undefined, p: string, margin?: string): string {
  if (!calibration) return p;
  switch (calibration.method) {
    case "platt": {
      const {slope, intercept} = calibration;
      return sigmoidSql(`${double(slope)} * ${margin ?? logOddsSql(p)} + ${double(intercept)}`);
    }
    case "isotonic":
      return interpolatedSql(calibration.scores, calibration.probabilities, p);
    case "prior": {
      const {learnt, actual} = calibration;
      const positive = `${p} * ${double(actual)} / ${double(learnt)}`;
      const negative = `(1e0 - ${p}) * ${double(1 - actual)} / ${double(1 - learnt)}`;
      return `${positive} / (${positive} + ${negative})`;
    }
  }
}

function logOddsSql(p: string): string {
  const inside = `least(greatest(${p}, ${double(Number.EPSILON)}), ${double(1 - Number.EPSILON)})`;
  return `(ln(${inside}) - ln(1e0 - ${inside}))`;
}

function interpolatedSql(x: Float64Array, y: Float64Array, p: string): string {
  const last = x.length - 1;
  const inner = Array.from(x).flatMap((right, index) => {
    if (!index) return [];
    const [x0, y0] = [x[index - 1], y[index - 1]];
    return [
      `when ${p} <= ${double(right)} then ${double(y0)} + (${p} - ${double(x0)}) / ${double(right - x0)} * ${double(y[index] - y0)}`
    ];
  });
  return `case when ${p} <= ${double(x[0])} then ${double(y[0])} when ${p} >= ${double(x[last])} then ${double(y[last])} ${[...inner, ""].join(" ")}else ${double(y[last])} end`;
}
