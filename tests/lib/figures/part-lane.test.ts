import Database from "better-sqlite3";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { charges } from "#db/schema/index";
import { reader } from "#db/transaction";
import { minute } from "#lib/clock";
import { type Counted, listCounted } from "#lib/figures/counted";
import { foldFigures } from "#lib/figures/fold-figures";
import { daysHolding } from "#lib/figures/part-lane";
import { keyText, readKey } from "#lib/lists/key";
import type { PageRequest } from "#lib/lists/read-page";
import { confirmPayment } from "#lib/payments/confirm-payment";
import { createPayment } from "#lib/payments/create-payment";
import { aWorld, type World } from "#tests/support/world";

const period = { from: "2026-03-01", until: "2026-05-31", timeZone: "Asia/Kathmandu" };
const japan = { facet: "country", words: ["JP"] } as const;
/** Clocks there stand at a quarter to. */
const noon = (day: string) => Date.parse(`${day}T12:00:00+05:45`);

let world: World;

beforeAll(async () => void (await aWorld()));
beforeEach(async () => {
  world = await aWorld({ timeZone: period.timeZone });
});

async function pay(at: number, paymentMethodId: string): Promise<string> {
  const viewer = { ...world.viewer, now: () => at };
  const basics = { amount: 900, currency: "eur", paymentMethodTypes: ["card"] };
  return (await createPayment(viewer, { ...basics, paymentMethodId }, {})).id;
}

/** Of France, `count` in the minutes from `at`. */
async function others(at: number, count: number): Promise<void> {
  for (let each = 0; each < count; each++) await pay(at + each, "pm_card_fr");
}

async function fromJapan(page: Partial<PageRequest>) {
  const request = { direction: "older" as const, from: null, size: 25, ...page };
  return listCounted(world.viewer, "payments", { period, part: japan, page: request });
}

const paymentsOf = (rows: Counted[]) => rows.map(({ subject }) => subject);

test("a few among many are found at once, the others are not looked at", async () => {
  const early = await pay(noon("2026-03-03"), "pm_card_jp");
  for (const day of ["2026-03-02", "2026-03-09", "2026-04-20"]) await others(noon(day), 30);
  const late = await pay(noon("2026-04-30"), "pm_card_jp");
  await others(noon("2026-05-02"), 30);
  const page = await fromJapan({ entries: 45 });
  expect(paymentsOf(page.rows)).toEqual([late, early]);
  expect(page).toMatchObject({ newer: null, older: null, continueFrom: null });
});

test("a crowded quarter of an hour is looked through a stretch at a time, by addresses", async () => {
  const crowd = noon("2026-04-01");
  const wanted = [await pay(crowd - 1, "pm_card_jp")];
  await others(crowd, 30);
  wanted.unshift(await pay(crowd + 30, "pm_card_jp"));
  await others(crowd + 31, 30);
  const found: (string | null)[] = [];
  let looks = 0;
  for (let from: PageRequest["from"] = null; looks === 0 || (from && looks < 20); looks++) {
    const page = await fromJapan({ entries: 25, from });
    found.push(...paymentsOf(page.rows));
    const on = page.continueFrom ?? page.older;
    from = on && readKey(keyText(on));
  }
  expect(found).toEqual(wanted);
  expect(looks).toBeGreaterThan(2);
  expect(looks).toBeLessThan(10);
});

test("pages of a part lie side by side in both directions", async () => {
  const made: string[] = [];
  for (let each = 0; each < 11; each++) {
    const at = noon("2026-05-01") + each * 13 * minute + (each % 4) * 3 * 24 * 60 * minute;
    made.push(await pay(at, "pm_card_jp"));
    await others(at + 1, 2);
  }
  const { rows: all } = await fromJapan({});
  expect(paymentsOf(all).toSorted()).toEqual(made.toSorted());
  const first = await fromJapan({ size: 4 });
  const second = await fromJapan({ size: 4, from: first.older });
  const third = await fromJapan({ size: 4, from: second.older });
  expect([...first.rows, ...second.rows, ...third.rows]).toEqual(all);
  const back = await fromJapan({ size: 4, direction: "newer", from: third.newer });
  expect(back.rows).toEqual(second.rows);
  expect((await fromJapan({ size: 4, direction: "newer", from: back.newer })).rows).toEqual(first.rows);
});

test("a reason lists what failed for it and was not made good", async () => {
  const at = noon("2026-05-10");
  const fail = async (when: number) => {
    const viewer = { ...world.viewer, now: () => when };
    const unpaid = { amount: 900, currency: "eur", paymentMethodTypes: ["card"] };
    const { id } = await createPayment(viewer, unpaid, null);
    await confirmPayment(viewer, { paymentId: id, paymentMethodId: "pm_card_chargeDeclined" }).catch(
      () => {},
    );
    return id;
  };
  const lasting = await fail(at);
  const paidSoon = await fail(at + minute);
  const paidLate = await fail(at + 2 * minute);
  const retry = (paymentId: string, when: number) =>
    confirmPayment({ ...world.viewer, now: () => when }, { paymentId, paymentMethodId: "pm_card_fr" });
  await retry(paidSoon, at + 3 * minute);
  await retry(paidLate, at + 40 * 24 * 60 * minute);
  const part = { facet: "reason", words: ["generic_decline"] } as const;
  const page = { direction: "older" as const, from: null, size: 25 };
  const { rows } = await listCounted(world.viewer, "failures", { period, part, page });
  expect(paymentsOf(rows)).toEqual([paidLate, lasting]);
});

test("SQLite finds the days of a part by the index of the figures alone", async () => {
  await foldFigures();
  const span = { start: noon("2026-03-01"), end: noon("2026-05-31"), isDown: true };
  const walk = { table: charges, pins: [], within: { from: span.start, until: span.end } };
  const query = daysHolding(await reader(world.viewer), { walk, part: japan, period }, span);
  const { sql, params } = query.toSQL();
  const file = new Database((process.env.DATABASE_URL ?? "").replace("file:", ""), { readonly: true });
  const plan = file.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...params);
  file.close();
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringMatching(/^SEARCH figures USING COVERING INDEX .*grain=\? AND bucket>\? AND bucket<\?/),
  ]);
});
