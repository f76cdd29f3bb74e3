import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {assemble} from "../../../tools/publish/assemble.js";
import {typeProblem} from "../../../tools/publish/mimeTypes.js";
import {parseRelease, readRelease, releaseId, writeRelease} from "../../../tools/publish/release.js";
import {smokeFiles} from "../../../tools/publish/smokeFiles.js";
import {serve} from "../../../tools/serve.js";
import {policyOf} from "../../../tools/site/policy.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vitrine-release-"));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

/** A built site of a few files. */
function site(name: string, text: string, made = "2026-01-01T00:00:00Z") {
  const at = join(folder, name);
  mkdirSync(join(at, "_file/data"), {recursive: true});
  writeFileSync(join(at, "index.html"), `<!DOCTYPE html><title>${text}</title>`);
  writeFileSync(join(at, "_file/data/orders.parquet"), Buffer.from([80, 65, 82, 49]));
  writeFileSync(join(at, "sw.js"), `// ${text} ${made}`);
  return {at, release: writeRelease(at, {source: "real", made: new Date(made)})};
}

describe("a release", () => {
  it("is known by what it holds, not by when it was made", () => {
    const [one, again, other] = [site("a", "x"), site("b", "x", "2026-02-01T00:00:00Z"), site("c", "y")];
    expect(again.release.id).toBe(one.release.id);
    expect(other.release.id).not.toBe(one.release.id);
    expect(one.release.id).toBe(releaseId(one.release.files));
    expect(Object.keys(one.release.files)).toEqual(["_file/data/orders.parquet", "index.html", "sw.js"]);
    expect(readRelease(one.at)).toEqual({ok: true, value: one.release});
  });

  it.each(["", "null", "{}", '{"id":"zz","made":"2026-01-01","files":{}}'])(
    "that says %j is refused",
    (text) => {
      expect(parseRelease(text, "x/release.json")).toMatchObject({
        ok: false,
        message: expect.stringContaining("x/release.json") as string
      });
    }
  );
});

describe("what is published", () => {
  it("is one release at the root, and each under a path of its own", () => {
    const sites = [1, 2, 3].map((month) => site(`m${month}`, `${month}`, `2026-0${month}-01T00:00:00Z`));
    const out = join(folder, "out");
    const publish = (current: number, keep = 8) =>
      assemble({current: sites[current].at, kept: sites.map(({at}) => at), out, keep});
    const listed = publish(2);
    expect(listed).toMatchObject({ok: true, value: [{current: true}, {current: false}, {current: false}]});
    for (const {at, release} of sites)
      expect(readFileSync(join(out, "releases", release.id, "index.html"), "utf8")).toBe(
        readFileSync(join(at, "index.html"), "utf8")
      );
    expect(readFileSync(join(out, "index.html"), "utf8")).toContain("<title>3</title>");
    const page = readFileSync(join(out, "releases/index.html"), "utf8");
    for (const {release} of sites) expect(page).toContain(`href="./${release.id}/index.html"`);

    const back = publish(0, 2);
    expect(back.ok && back.value.map(({id, current}) => [id, current])).toEqual([
      [sites[2].release.id, false],
      [sites[0].release.id, true]
    ]);
    expect(readFileSync(join(out, "index.html"), "utf8")).toContain("<title>1</title>");
  });

  it("is refused where a release is not whole, does not fit, or would replace what is not a publication", () => {
    const {at} = site("a", "x");
    const out = join(folder, "out");
    expect(assemble({current: at, kept: [], out, room: 10})).toMatchObject({ok: false, code: "too-large"});
    expect(assemble({current: folder, kept: [], out})).toMatchObject({ok: false, code: "no-release"});
    mkdirSync(out);
    writeFileSync(join(out, "mine.txt"), "");
    expect(assemble({current: at, kept: [], out})).toMatchObject({ok: false, code: "not-ours"});
    cpSync(at, join(folder, "b"), {recursive: true});
    rmSync(join(folder, "b/index.html"));
    expect(assemble({current: join(folder, "b"), kept: [], out: join(folder, "c")})).toMatchObject({
      ok: false,
      code: "not-whole"
    });
  });
});

describe("the smoke test", () => {
  it("passes what was built, under a sub-path", async () => {
    const {at, release} = site("a", "x");
    const served = await serve(at, {base: "/a/b/"});
    const report = await smokeFiles(served.url, release.id);
    await served.close();
    expect(report).toMatchObject({problems: [], read: 3, texts: 2, compressed: 2});
  });

  it("names files that differ or are missing, another release, and a host without one", async () => {
    const {at} = site("a", "x");
    writeFileSync(join(at, "index.html"), "<!DOCTYPE html><title>of another release</title>");
    rmSync(join(at, "_file/data/orders.parquet"));
    const served = await serve(at);
    const {problems} = await smokeFiles(served.url, "0123456789ab");
    rmSync(join(at, "release.json"));
    const none = await smokeFiles(served.url);
    await served.close();
    expect(problems.join("\n")).toMatch(/not 0123456789ab/);
    expect(problems.join("\n")).toMatch(/index\.html is not the file that was built/);
    expect(problems.join("\n")).toMatch(/orders\.parquet answers 404/);
    expect(none.problems[0]).toMatch(/release\.json does not answer \(404\)/);
  });

  it("knows types that browsers refuse", () => {
    expect(typeProblem("a/b.wasm", "application/wasm")).toBeUndefined();
    expect(typeProblem("a.parquet", "application/octet-stream")).toBeUndefined();
    expect(typeProblem("a.js", "text/javascript; charset=utf-8")).toBeUndefined();
    for (const path of ["a.wasm", "a.parquet", "a.js", "a.css"])
      expect(typeProblem(path, "text/html"), path).toContain(`${path} comes as text/html`);
    expect(typeProblem("a.html", null)).toContain("no type");
  });
});

it("nginx states the policy that the pages state", () => {
  expect(readFileSync("tools/publish/nginx/vitrine.conf", "utf8")).toContain(
    `Content-Security-Policy "${policyOf()}"`
  );
});

it("every action of a workflow is pinned to a commit", () => {
  const uses = ["test", "publish"].flatMap(
    (name) => readFileSync(`.github/workflows/${name}.yml`, "utf8").match(/uses: .*/g) ?? []
  );
  expect(uses.length).toBeGreaterThan(8);
  for (const line of uses) expect(line).toMatch(/uses: (?:\.\/\.github\/|[\w-]+\/[\w-]+@[0-9a-f]{40} # v)/);
});
