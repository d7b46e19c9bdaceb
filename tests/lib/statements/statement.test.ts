import { expect, test } from "vitest";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { startOfDay } from "#lib/calendar";
import { hour, minute } from "#lib/clock";
import { toCsv } from "#lib/csv";
import { spanOf } from "#lib/figures/period";
import { formatNumber, moneyParts } from "#lib/i18n/format";
import { type Locale, locales } from "#lib/i18n/locale";
import { ledgerAccounts } from "#lib/ledger/accounts";
import { balanceOf } from "#lib/ledger/balances";
import { currencyOf } from "#lib/money";
import { createPayment } from "#lib/payments/create-payment";
import { refundPayment } from "#lib/refunds/refund-payment";
import { activityPeriod, readActivity } from "#lib/statements/read-activity";
import { readStatement, statementMonths } from "#lib/statements/read-statement";
import { statementPdf } from "#lib/statements/statement-pdf";
import { createTopup } from "#lib/topups/create-topup";
import { settleTopup } from "#lib/topups/settle-topup";
import { activityRows, statementRows } from "#lib/statements/statement-rows";
import type { StatementOf } from "#lib/statements/sum-activity";
import { lettersOf, plainTextsOf, withoutAccents } from "#tests/support/pdf-letters";
import { aWorld } from "#tests/support/world";

const at = (viewer: Viewer, moment: number): Viewer => ({ ...viewer, now: () => moment });

async function aBusyYear() {
  const world = await aWorld({ timeZone: "America/New_York", currency: "usd", country: "US" });
  const pay = (moment: number, currency: string, amount: number) =>
    createPayment(
      at(world.viewer, moment),
      { amount, currency, paymentMethodId: "pm_card_us", paymentMethodTypes: ["card"] },
      {},
    );
  const march = startOfDay("2026-03-01", "America/New_York");
  const april = startOfDay("2026-04-01", "America/New_York");
  await pay(march - minute, "usd", 10_000);
  const { id } = await pay(march + minute, "usd", 5_000);
  await pay(april - minute, "eur", 7_000);
  await refundPayment(at(world.viewer, april + minute), { paymentId: id, amount: 1_500 });
  return at(world.viewer, april + 2 * minute);
}

test("each month opens as the one before closed, and the last closes as the ledger stands", async () => {
  const viewer = await aBusyYear();
  const months = await statementMonths(viewer);
  expect(months).toEqual(["2026-04", "2026-03", "2026-02"]);
  const statements = await Promise.all(months.map((month) => readStatement(viewer, month)));
  const [april, march, february] = statements.map(({ currencies }) => currencies[0]);
  expect(february).toMatchObject({
    currency: "usd",
    opening: 0,
    activity: [{ category: "charge", count: 1 }],
  });
  expect(march?.opening).toBe(february?.closing);
  expect(march?.activity).toMatchObject([{ category: "charge", count: 2 }]);
  expect(april?.opening).toBe(march?.closing);
  expect(april?.activity).toMatchObject([
    { category: "refund", count: 1, amount: -1500, fee: 0, net: -1500 },
  ]);
  const handle = await reader(viewer);
  const { available, pending } = ledgerAccounts;
  const held = (await balanceOf(handle, available, "usd")) + (await balanceOf(handle, pending, "usd"));
  expect(april?.closing).toBe(held);
  expect(statements.map(({ isFinal }) => isFinal)).toEqual([false, true, true]);
});

test("it is a file of figures, and a page to print", async () => {
  const viewer = await aBusyYear();
  const lines = toCsv(statementRows(await readStatement(viewer, "2026-04"))).split("\r\n");
  expect(lines[0]).toBe("month,currency,line,count,amount,fee,net");
  expect(lines[2]).toBe("2026-04,usd,refund,1,-15.00,0.00,-15.00");
  const { currencies } = await readStatement(viewer, "2026-03");
  for (const locale of locales) {
    const file = await statementPdf({ ...viewer, locale }, "2026-03");
    expect(Buffer.from(file).subarray(0, 5).toString()).toBe("%PDF-");
    expect(figuresOf(file)).toEqual(currencies.flatMap((of) => figuresOfScreen(of, locale)));
  }
});

/** What a statement's page says in figures, in order. */
function figuresOfScreen({ currency, opening, activity, closing }: StatementOf, locale: Locale): string[] {
  const figure = (amount: number) => moneyParts({ amount, currency: currencyOf(currency) }, locale).figure;
  const lines = activity.flatMap(({ count, amount, fee, net }) => [
    formatNumber(count, locale),
    ...[amount, fee, net].map(figure),
  ]);
  return [figure(opening), ...lines, figure(closing)].map((text) =>
    text.replaceAll(/[\u202f\u00a0]/g, " ").replaceAll("\u2212", "-"),
  );
}

function figuresOf(pdf: Uint8Array): string[] {
  return plainTextsOf(pdf).filter((text) => /^-?\d/.test(text));
}

test("the page to print names the business in its own letters", async () => {
  const { viewer } = await aWorld();
  const accountName = "Świętosławski 山田商店 דוד";
  const named = { ...viewer, environment: { ...viewer.environment, accountName } };
  const [month = ""] = await statementMonths(viewer);
  const written = lettersOf(await statementPdf(named, month));
  const lost = [...withoutAccents(accountName.replaceAll(" ", ""))].filter((letter) => !written.has(letter));
  expect(lost).toEqual([]);
});

test("days of one's own open and close as their months do, on the account's clocks", async () => {
  const viewer = await aBusyYear();
  const over = async (from: string, to: string) => {
    const { currencies } = await readActivity(viewer, activityPeriod(viewer, { from, to }).period);
    return currencies[0];
  };
  const [march, april] = await Promise.all([
    readStatement(viewer, "2026-03"),
    readStatement(viewer, "2026-04"),
  ]);
  expect([await over("2026-03-01", "2026-03-31")]).toEqual(march.currencies);
  expect((await over("2026-03-31", "2026-04-01"))?.opening).not.toBe(march.currencies[0]?.opening);
  expect((await over("2026-03-31", "2026-04-01"))?.closing).toBe(april.currencies[0]?.closing);
  // Clocks go forward on the eighth: the day has 23 hours.
  const days = ["2026-03-07", "2026-03-08", "2026-03-09"];
  const each = await Promise.all(days.map((day) => over(day, day)));
  expect(each.map((day) => day?.closing)).toEqual([
    ...each.slice(1).map((day) => day?.opening),
    each[2]?.closing,
  ]);
  const { period } = activityPeriod(viewer, { from: "2026-03-08", to: "2026-03-08" });
  expect(spanOf(period).end - spanOf(period).start).toBe(23 * hour);
});

test("days that make no while are said, and this month stands instead", async () => {
  const viewer = await aBusyYear();
  const usual = { from: "2026-04-01", until: "2026-04-02" };
  expect(activityPeriod(viewer, {})).toMatchObject({ period: usual, isRefused: false });
  for (const odd of [{ from: "2026-04-02", to: "2026-04-01" }, { from: "soon" }, { from: "1000-01-01" }])
    expect(activityPeriod(viewer, odd)).toMatchObject({ period: usual, isRefused: true });
  const lines = toCsv(activityRows(await readActivity(viewer, activityPeriod(viewer, {}).period)));
  expect(lines.split("\r\n").slice(0, 3)).toEqual([
    "from,to,currency,line,count,amount,fee,net",
    expect.stringMatching(/^2026-04-01,2026-04-01,usd,opening_balance,,,,/),
    "2026-04-01,2026-04-01,usd,refund,1,-15.00,0.00,-15.00",
  ]);
});

test("who may not read the balance gets none, nor is there one of a month to come", async () => {
  const { viewerWith, viewer } = await aWorld();
  const { period } = activityPeriod(viewer, {});
  await expect(readActivity(viewerWith(["support_specialist"]), period)).rejects.toThrow("balance:read");
  await expect(readStatement(viewerWith(["support_specialist"]), "2026-03")).rejects.toThrow("balance:read");
  await expect(readStatement(viewer, "2999-01")).rejects.toMatchObject({ facts: { status: 404 } });
  await expect(readStatement(viewer, "2026-13")).rejects.toMatchObject({ facts: { status: 404 } });
});

test("there is a statement of each month since the balance first moved, be it by a top-up", async () => {
  const { viewer } = await aWorld({ timeZone: "America/New_York", currency: "usd", country: "US" });
  const march = startOfDay("2026-03-10", "America/New_York");
  const topup = await createTopup(at(viewer, march), { amount: 5_000, currency: "usd" });
  await settleTopup(at(viewer, march + minute), { topupId: topup.id, failure: null });
  const may = at(viewer, startOfDay("2026-05-02", "America/New_York"));
  expect(await statementMonths(may)).toEqual(["2026-05", "2026-04", "2026-03"]);
});
