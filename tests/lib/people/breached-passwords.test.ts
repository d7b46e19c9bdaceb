import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";

const file = join(mkdtempSync(join(tmpdir(), "breached-")), "passwords.txt");
const breached = Array.from({ length: 300 }, (_, number) => `a breached password ${number}`);
const lines = breached.map((password, index) => `${sha1(password)}:${10 ** (index % 9)}`).sort();

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function withList(text: string) {
  writeFileSync(file, text);
  vi.stubEnv("BREACHED_PASSWORDS", file);
  vi.resetModules();
  return import("#lib/people/password");
}

const chosen = (password: string) =>
  [password, { email: "ada@team.test", accounts: [] }, "password"] as const;
const refused = { facts: { code: "password_breached", param: "password" } };

test.each([
  ["with an end of its last line", `${lines.join("\n")}\n`],
  ["without one", lines.join("\n")],
  ["as Windows writes lines", `${lines.join("\r\n")}\r\n`],
])("every password of the list is refused, and no other: %s", async (_how, text) => {
  const { assertGoodPassword } = await withList(text);
  for (const password of breached)
    await expect(assertGoodPassword(...chosen(password))).rejects.toMatchObject(refused);
  for (let number = 0; number < 300; number++) {
    expect(await assertGoodPassword(...chosen(`not in the list ${number}`))).toBeUndefined();
  }
});

test("an empty list, and none, refuse nothing", async () => {
  const { assertGoodPassword } = await withList("");
  expect(await assertGoodPassword(...chosen(breached[0] ?? ""))).toBeUndefined();
  vi.stubEnv("BREACHED_PASSWORDS", "");
  vi.resetModules();
  const without = await import("#lib/people/password");
  expect(await without.assertGoodPassword(...chosen(breached[0] ?? ""))).toBeUndefined();
});

function sha1(text: string): string {
  return createHash("sha1").update(text).digest("hex").toUpperCase();
}
