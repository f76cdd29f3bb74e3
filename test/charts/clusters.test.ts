// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {clusterColor} from "../../src/components/charts/clusterColor.js";
import {clusterScatter} from "../../src/components/charts/clusterScatter.js";
import {flowBands} from "../../src/components/charts/flowBands.js";
import {lorenzPlot} from "../../src/components/charts/lorenzPlot.js";
import {profileMap} from "../../src/components/charts/profileMap.js";
import {segmentColor} from "../../src/components/colors.js";
import {drawn} from "../support/drawn.js";

const wide = {width: 640};
const phone = {width: 350};

const dots = ["A", "B"].flatMap((cluster, i) =>
  Array.from({length: 5}, (_, at) => ({cluster, x: i * 3 + at / 5, y: at - i}))
);
const axes = ["First component", "Second component"] as const;
const flows = [
  {from: "Champions", to: "Champions", people: 50},
  {from: "Champions", to: "At Risk", people: 20},
  {from: "At Risk", to: "At Risk", people: 30}
];
const flow = {
  names: ["Champions", "At Risk"],
  fill: segmentColor,
  label: (name: string, people: number) => `${name} ${Math.round(people)}`
};
const curve = [0, 0.25, 0.5, 0.75, 1].map((people) => ({people, held: people ** 3}));
const profile = ["A", "B"].flatMap((cluster, i) =>
  ["Spent", "Orders, with a long name"].map((feature, j) => ({
    ...{cluster, feature, text: `${i + j}`},
    score: i === 0 ? 1.2 - j : null
  }))
);
const profiles = {features: ["Spent", "Orders, with a long name"], clusters: ["A", "B"]};

const charts: Record<string, () => Element> = {
  clusterScatter: () => clusterScatter(dots, {...wide, axes}),
  flowBands: () => flowBands(flows, {...wide, ...flow}),
  "flowBands-phone": () => flowBands(flows, {...phone, ...flow}),
  lorenzPlot: () => lorenzPlot(curve, {...wide, top: 0.2, share: 0.488}),
  profileMap: () => profileMap(profile, {...wide, ...profiles}),
  "profileMap-phone": () => profileMap(profile, {...phone, ...profiles})
};

const degenerate: Record<string, () => Element> = {
  "clusterScatter of nothing": () => clusterScatter([], {...wide, axes}),
  "flowBands of nothing": () => flowBands([], {...wide, ...flow}),
  "flowBands of strangers": () => flowBands([{from: "Nobody", to: "None", people: 1}], {...wide, ...flow}),
  "lorenzPlot of nothing": () => lorenzPlot([], {...wide, top: 0.2, share: 0}),
  "profileMap of nothing": () => profileMap([], {...wide, features: [], clusters: []})
};

describe("charts of clusters and concentration", () => {
  it.each(Object.entries(charts))("%s", async (name, draw) => {
    await expect(drawn(draw)).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });

  it.each(Object.entries(degenerate))("%s stands", (_, draw) => {
    expect(() => drawn(draw)).not.toThrow();
  });

  it("draw bands as wide as there are people, and lose none", () => {
    const svg = flowBands(flows, {...wide, ...flow});
    const widths = [...svg.querySelectorAll("path")].map((path) => Number(path.getAttribute("stroke-width")));
    expect(widths[0] / widths[1]).toBeCloseTo(2.5, 9);
    expect(svg.querySelectorAll("rect")).toHaveLength(4);
  });

  it("give clusters colours of their own, by their letters", () => {
    expect(new Set([..."ABCDEFGH"].map(clusterColor)).size).toBe(8);
    expect(clusterColor("Z")).toBe("var(--color-other)");
  });
});
