import {readdirSync, readFileSync} from "node:fs";
import ts from "typescript";
import {expect, it} from "vitest";

const folder = "src/components/charts";
const snapshots = readdirSync("test/charts/snapshots").map((file) => file.replace(/(-.*)?\.(svg|html)$/, ""));

/** The functions that a module exports and that say they give an element: its charts. */
function chartsOf(file: string): string[] {
  const {statements} = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const isExported = (node: ts.FunctionDeclaration | ts.VariableStatement) =>
    node.modifiers?.some(({kind}) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
  const draws = (type: ts.TypeNode | undefined) =>
    type !== undefined &&
    ts.isTypeReferenceNode(type) &&
    ts.isIdentifier(type.typeName) &&
    /Element$/.test(type.typeName.text);
  return statements.flatMap((node) => {
    if (ts.isFunctionDeclaration(node))
      return isExported(node) && node.name && draws(node.type) ? [node.name.text] : [];
    if (!ts.isVariableStatement(node) || !isExported(node)) return [];
    return node.declarationList.declarations.flatMap(({name, initializer}) =>
      initializer && ts.isArrowFunction(initializer) && draws(initializer.type) && ts.isIdentifier(name)
        ? [name.text]
        : []
    );
  });
}

const filesUnder = (root: string) =>
  readdirSync(root, {recursive: true, encoding: "utf8"})
    .filter((name) => /\.(ts|md)$/.test(name) && !name.startsWith("lib/"))
    .map((name) => `${root}/${name}`);

const charts = filesUnder(folder).flatMap(chartsOf);

it("finds the charts", () => {
  expect(charts).toContain("lateTrend");
  expect(charts.length).toBeGreaterThan(45);
});

it.each(charts)("%s has a snapshot", (name) => {
  expect(snapshots).toContain(name);
});

it("nothing outside the folder of charts draws with Plot", () => {
  const drawing = [...filesUnder("src/components"), ...filesUnder("src/workers")].filter((file) =>
    readFileSync(file, "utf8").includes('from "npm:@observablehq/plot"')
  );
  expect(drawing.filter((file) => !file.startsWith(`${folder}/`))).toEqual([]);
});
