import { spawn, spawnSync } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { startIndexer } from "#lib/search/index/follower";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { atEnd } from "#tests/support/at-end";
import { judged } from "#tests/support/client/judged";

/** Debian's Python, which finds its `python3-stripe`. */
const python = "/usr/bin/python3";
const isInstalled = spawnSync(python, ["-c", "import stripe"]).status === 0;
/** What it is too old for is left to the client for Node. */
const known = judged.filter((each) => each.python !== null);
const program = fileURLToPath(new URL("../support/client/judge.py", import.meta.url));

test.skipIf(!isInstalled)(
  "Debian's client for Python does as with the original (not tried where python3-stripe is not installed)",
  async () => {
    const world = await anApiWorld({ country: "US", currency: "usd" });
    const { stop } = startIndexer();
    atEnd(stop);
    const { code, said, wrong } = await judgeInPython(world);
    expect(wrong).toBe("");
    expect(code).toBe(0);
    expect(said.trim().split("\n")).toEqual(known.map(({ kind }) => kind));
  },
  120_000,
);

async function judgeInPython({ url, key, environment }: ApiWorld) {
  const child = spawn(python, [program, url, key, environment.accountId], {
    env: { ...process.env, LANG: "C.UTF-8" },
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  child.stdin.end(JSON.stringify(known));
  const [said, wrong, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { said, wrong, code };
}
