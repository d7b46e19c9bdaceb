import { execFile } from "node:child_process";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { databaseFile } from "#db/database";
import { postings } from "#db/schema/index";
import { globalTransaction } from "#db/transaction";
import { day } from "#lib/clock";
import { createPayment } from "#lib/payments/create-payment";
import { aWorld } from "#tests/support/world";

const timeout = 60_000;
let slug: string;

beforeAll(async () => {
  const { environment, viewer } = await aWorld();
  ({ slug } = environment);
  const card = { paymentMethodId: "pm_card_fr", paymentMethodTypes: ["card"] };
  await createPayment(viewer, { amount: 2500, currency: "eur", ...card }, {});
});

interface Ended {
  code: number;
  /** What it printed, errors included. */
  said: string;
}

/** One of the operator's commands as `npm run` starts it, at this test's own database or another one. */
function operate(command: string, args: string[] = [], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...env } };
    const child = execFile(process.execPath, [`bin/${command}.ts`, ...args], options, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, said: out + err }),
    );
  });
}

test(
  "a history is made at one's wish, and its money comes due as the clock is moved",
  { timeout },
  async () => {
    const until = new Date(Date.now() - day).toISOString();
    const seeded = await operate("seed", ["--payments", "30", "--seed", "4", "--until", until, "-e", slug]);
    expect(seeded).toMatchObject({ code: 0 });
    const to = new Date(Date.now() + 20 * day).toISOString();
    const moved = await operate("clock", ["--environment", slug, "--to", to]);
    expect(moved).toMatchObject({ code: 0, said: expect.stringMatching(/\n[1-9]\d* jobs done, 0 failed/) });
  },
);

test("a key is made, listed without its text, and revoked", { timeout }, async () => {
  const made = await operate("keys", ["create", "--environment", slug, "--name", "Till"]);
  const [text = ""] = /^sk_test_\w+/.exec(made.said) ?? [];
  const [id = ""] = /mk_\w+/.exec(made.said) ?? [];
  expect(text.length).toBeGreaterThan(20);
  const listed = await operate("keys");
  expect(listed.said).toContain("Till");
  expect(listed.said).not.toContain(text);
  expect((await operate("keys", ["revoke", id, "-e", slug])).said).toContain("(revoked)");
});

test(
  "a backup is verified as the database it was taken of; what was tampered with fails the command",
  { timeout },
  async () => {
    const copy = `${databaseFile()}.copy`;
    expect(await operate("backup", [copy])).toMatchObject({ code: 0 });
    const restored = { DATABASE_URL: `file:${databaseFile()}.restored` };
    expect(await operate("restore", [copy], restored)).toMatchObject({ code: 0 });
    expect(await operate("verify", [], restored)).toMatchObject({
      code: 0,
      said: expect.stringContaining("All is well."),
    });
    await globalTransaction(async (db) => {
      await db.update(postings).set({ amount: 1 }).where(eq(postings.amount, 2500));
    });
    const broken = await operate("verify");
    expect(broken).toMatchObject({
      code: 1,
      said: expect.stringContaining(`ledger balance: ${slug} `),
    });
  },
);

test(
  "a database that is not there, and an option that is none, are told in a sentence",
  { timeout },
  async () => {
    const nowhere = { DATABASE_URL: `file:${join(databaseFile(), "none.db")}` };
    expect(await operate("verify", [], nowhere)).toEqual({
      code: 1,
      said: expect.stringMatching(/^DATABASE_URL: there is no database at .*\n$/),
    });
    const wrong = await operate("backup", ["--fast"]);
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining("See npm run backup -- --help") });
  },
);
