import {spawn} from "node:child_process";
import {readFileSync} from "node:fs";
import {createServer} from "node:net";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {expect, it} from "vitest";
import {scratchSite} from "../../tools/site/scratch.js";

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const {port} = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

/** What the address gives, as soon as it gives something that will do. */
async function eventually(url: string, willDo: (bytes: Buffer) => boolean): Promise<Buffer> {
  for (;;) {
    const bytes = await fetch(url).then(
      async (response) => (response.ok ? Buffer.from(await response.arrayBuffer()) : undefined),
      () => undefined
    );
    if (bytes && willDo(bytes)) return bytes;
    await new Promise((resume) => setTimeout(resume, 200));
  }
}

it("serves new marts once the text of a mart changes while the preview runs", async () => {
  const scratch = scratchSite();
  scratch.write("src/index.md", "# A page\n");
  const port = await freePort();
  const preview = spawn(
    process.execPath,
    ["--import", "tsx", "tools/site/main.ts", "preview", "--port", String(port)],
    {
      cwd: scratch.directory,
      env: {...process.env, OLIST_DIR: "", VITRINE_SCALE: "0.01", VITRINE_CACHE: undefined},
      stdio: "ignore"
    }
  );
  try {
    const mart = `http://127.0.0.1:${port}/_file/data/daily.parquet`;
    const before = await eventually(mart, (bytes) => bytes.length > 0);
    const source = join(scratch.directory, "lib/marts/daily.ts");
    const text = readFileSync(source, "utf8");
    const changed = text.replace("order by", "having count(*) > 1 order by");
    expect(changed).not.toBe(text);
    scratch.write("lib/marts/daily.ts", changed);
    const after = await eventually(mart, (bytes) => !bytes.equals(before));
    expect(after.length).toBeLessThan(before.length);
    expect(after.subarray(0, 4).toString()).toBe("PAR1");
  } finally {
    preview.kill();
    await new Promise((ended) => preview.once("close", ended));
    scratch.dispose();
  }
});
