import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Endpoint } from "#lib/api/endpoint";
import type { ApiWorld } from "#tests/support/api-server";
import { cliCommand } from "#tests/support/cli";
import { aWorldWithMoney, called, exampleIn, leaning, standing } from "#tests/support/examples";
import { samples } from "#tests/support/samples";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "comptoir-examples-"));
/** Debian's Python, which finds its `python3-stripe`. */
const python = "/usr/bin/python3";
const hasPython = spawnSync(python, ["-c", "import stripe"]).status === 0;

beforeAll(() => writeFileSync(join(folder, "receipt.pdf"), samples.pdf));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs programs one after another; says of each that went wrong why. What this client is too old for it counts. */
const runner = `
import contextlib, io, json, sys
given = json.load(sys.stdin)
wrong, older = [], 0
for call, program in given["run"]:
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(program, call, "exec"), {})
    except AttributeError:
        older += 1
    except Exception as error:
        wrong.append(f"{call}: {error}")
for call, program in given["read"]:
    compile(program, call, "exec")
print(json.dumps({"wrong": wrong, "older": older}))
`;

test.skipIf(!hasPython)(
  "those in Python that need no id of one's own run as they stand (not tried where python3-stripe is not installed)",
  { timeout: 120_000 },
  async () => {
    const world = await aWorldWithMoney();
    const written = (endpoints: Endpoint[]) =>
      endpoints
        .map((endpoint) => [called(endpoint), exampleIn("python", endpoint, world)])
        .filter(([, program]) => program !== "");
    const ran = run(python, ["-c", runner], inFolder(world));
    ran.child.stdin?.end(JSON.stringify({ run: written(standing), read: written(leaning) }));
    const { wrong, older } = JSON.parse((await ran).stdout);
    expect(wrong).toEqual([]);
    expect(older).toBeLessThan(standing.length / 4);
  },
);

test("so do those of the command line", { timeout: 300_000 }, async () => {
  const world = await aWorldWithMoney();
  const wrong: string[] = [];
  for (const endpoint of standing) {
    const example = exampleIn("cli", endpoint, world);
    if (example === "") continue;
    const { stdout } = await run("sh", ["-c", example.replace(/^stripe/, cliCommand)], inFolder(world));
    if (JSON.parse(stdout).error) wrong.push(`${example}\n${stdout}`);
  }
  expect(wrong).toEqual([]);
});

function inFolder({ key }: ApiWorld) {
  return {
    cwd: folder,
    env: { ...process.env, HOME: folder, STRIPE_CLI_TELEMETRY_OPTOUT: "1", STRIPE_SECRET_KEY: key },
    maxBuffer: 1e8,
  };
}
