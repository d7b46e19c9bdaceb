import { beforeAll, describe, expect, test, vi } from "vitest";
import { reader } from "#db/transaction";
import { listHistory } from "#lib/audit/history";
import type { Viewer } from "#lib/auth/viewer";
import { accountKindOf } from "#lib/cash/account-kinds";
import { accountAddress } from "#lib/cash/account-address";
import { answerReturn, openReturn } from "#lib/cash/account-page";
import { askAgainForAccount, whyNotAskedAgain } from "#lib/cash/ask-again";
import { cancelCashReturn } from "#lib/cash/cancel-return";
import { fundCash } from "#lib/cash/fund-cash";
import { nameReturnAccount } from "#lib/cash/name-account";
import { getCash } from "#lib/cash/queries";
import { getReturnDetail } from "#lib/cash/return-detail";
import { returnCash } from "#lib/cash/return-cash";
import type { CashReturnRow } from "#lib/cash/return-wire";
import { findCashReturn } from "#lib/cash/returns";
import { addBusinessDays } from "#lib/business-days";
import { day, minute } from "#lib/clock";
import { createCustomer } from "#lib/customers/create-customer";
import { updateCustomer } from "#lib/customers/update-customer";
import { concealRows } from "#lib/discretion/conceal-rows";
import { formatDateTime } from "#lib/i18n/format";
import { answerOnce } from "#lib/idempotency/answer-once";
import { runDueJobs } from "#lib/jobs/run-due";
import { getMail } from "#lib/mail/queries";
import { isDeadLink } from "#lib/pages/is-missing";
import { processor } from "#lib/processors/index";
import { verifyCash } from "#lib/verify/verify-cash";
import { mailsOf } from "#tests/support/mails";
import { aWorld, later, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const from = { id: "req_test", idempotencyKey: null, address: "192.0.2.7", userAgent: "Firefox" };
const good = { number: "DE89 3704 0044 0532 0130 00", routing: null };

async function anAsked({ viewer }: World, currency = "eur", language = "fr-CA") {
  const { id: customerId } = await createCustomer(viewer, {
    email: "fill_never@example.com",
    preferredLocales: [language],
  });
  await fundCash(viewer, { customerId, amount: 900, currency, reference: null });
  return returnCash(viewer, { customerId, amount: 400, currency });
}

/** Where the mail that was written last leads its reader. */
async function addressIn(viewer: Viewer) {
  const mail = (await mailsOf({ viewer })).findLast(({ kind }) => kind === "bank_details");
  const { text, isLinkWithheld } = await getMail(viewer, mail?.id ?? "");
  expect(isLinkWithheld).toBe(false);
  const [, environment = "", id = "", token = ""] = /\/bank-details\/(\w+)\/(\w+)\/([\w-]+)/.exec(text) ?? [];
  return { mail, address: { environment, return: id, token } };
}

const left = async (viewer: Viewer, { customerId, currency }: CashReturnRow) =>
  (await getCash(viewer, customerId)).available?.[currency];

async function stateOf(viewer: Viewer, { id }: CashReturnRow) {
  const row = await findCashReturn(await reader(viewer), id);
  return [row.status, row.asked?.last4, row.failureReason];
}

describe("a customer whose bank nobody knows", () => {
  test("is written to in their language, with a link that the database does not tell", async () => {
    const { viewer } = world;
    const asked = await anAsked(world);
    const { mail, address } = await addressIn(viewer);
    expect(mail).toMatchObject({
      to: "fill_never@example.com",
      state: "would_be_sent",
      language: "fr",
      subjectId: asked.id,
      linkReaders: "outbox:read",
    });
    expect(mail?.subject).toMatch(/^Où envoyer 4,00/);
    const moment = formatDateTime(asked.asked?.expiresAt ?? 0, { locale: "fr", timeZone: "Europe/Paris" });
    expect(mail?.text).toContain(`Vous pouvez répondre jusqu’au ${moment} (Paris).`);
    expect(JSON.stringify(mail)).not.toContain(address.token);
    expect(await openReturn(address)).toMatchObject({
      language: "fr",
      last4: null,
      until: expect.any(Number),
    });
  });

  test("is asked at their own address, whoever sends it back without knowing who they are", async () => {
    const { viewer } = world;
    const discreet = { ...viewer, conceal: concealRows };
    const email = "jenny.bank_unknown@example.com";
    const { id: customerId } = await createCustomer(viewer, { email });
    await fundCash(viewer, { customerId, amount: 900, currency: "eur", reference: null });
    const { id } = await returnCash(discreet, { customerId, amount: 400, currency: "eur" });
    expect(await findCashReturn(await reader(viewer), id)).toMatchObject({
      status: "requires_action",
      asked: { email },
    });
    const seen = await findCashReturn(await reader(discreet), id);
    expect(seen).toMatchObject({ status: "requires_action", asked: { email: "j•••@•••" } });
  });

  test("names their account once, and the money arrives there", async () => {
    const { viewer, environment } = world;
    const asked = await anAsked(world);
    const { address } = await addressIn(viewer);
    for (const wrong of ["", "DE00 1234", "000123456789"]) {
      const refused = await answerReturn(address, { number: wrong, routing: null });
      expect(refused).toMatchObject({ facts: { code: "iban_unreadable", param: "number" } });
    }
    const answers = await Promise.all([1, 2].map(() => answerReturn(address, good, from)));
    expect(answers.toSorted()).toEqual(["gone", "sent"]);
    expect(await stateOf(viewer, asked)).toEqual(["pending", "3000", null]);
    const { lines } = await listHistory(viewer, { text: asked.id });
    expect(lines.filter(({ action }) => action === "refund.account_named")).toMatchObject([
      {
        before: { customer: asked.customerId, amount: 400, currency: "eur", status: "requires_action" },
        after: { status: "pending", last4: "3000" },
        address: from.address,
        userAgent: from.userAgent,
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain("370400440532013000");
    expect(await openReturn(address)).toMatchObject({ last4: "3000", until: null });
    await expect(cancelCashReturn(viewer, asked.id)).rejects.toMatchObject({ facts: { status: 400 } });
    await runDueJobs(environment, addBusinessDays(Date.now(), 1));
    expect(await stateOf(viewer, asked)).toEqual(["succeeded", "3000", null]);
    expect(await answerReturn(address, good)).toBe("gone");
    expect(await left(viewer, asked)).toBe(500);
    // Later whoever finds the link does not learn of it any more.
    const clock = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 46 * day);
    expect(await openReturn(address)).toBeNull();
    clock.mockRestore();
  });

  test("has a few tries, after which no account is asked about", async () => {
    const asked = await anAsked(world);
    const { address } = await addressIn(world.viewer);
    const wrong = { number: "DE00 1234", routing: null };
    for (let tries = 0; tries < 5; tries++)
      expect(await answerReturn(address, wrong)).toMatchObject({ facts: { param: "number" } });
    const asking = vi.spyOn(processor(), "payoutAccount");
    expect(await answerReturn(address, good)).toBe("too_many_tries");
    expect(asking).not.toHaveBeenCalled();
    asking.mockRestore();
    expect(await stateOf(world.viewer, asked)).toEqual(["requires_action", undefined, null]);
    const other = await anAsked(world);
    expect(await answerReturn((await addressIn(world.viewer)).address, good)).toBe("sent");
    expect(await stateOf(world.viewer, other)).toEqual(["pending", "3000", null]);
  });

  test("has it again where their bank does not take it, it is canceled, or they are late", async () => {
    const own = await aWorld();
    const { viewer, environment } = own;
    const refused = await anAsked(own);
    const first = await addressIn(viewer);
    expect(await answerReturn(first.address, { ...good, number: "DE89370400440532013002" })).toBe("sent");
    const canceled = await anAsked(own);
    const second = await addressIn(viewer);
    await cancelCashReturn(viewer, canceled.id);
    const late = await anAsked(own);
    const third = await addressIn(viewer);
    await runDueJobs(environment, Date.now() + 46 * day);
    expect(await stateOf(viewer, refused)).toEqual(["failed", "3002", "declined"]);
    for (const { address } of [first, second, third]) {
      expect(await openReturn(address)).toBeNull();
      expect(await answerReturn(address, good)).toBe("gone");
    }
    for (const row of [refused, canceled, late]) expect(await left(viewer, row)).toBe(900);
    expect((await verifyCash((await reader(viewer)).db)).problems).toEqual([]);
  });

  test.each(["eur", "gbp", "jpy", "mxn", "usd"])(
    "is asked for what it takes to send %s",
    async (currency) => {
      const asked = await anAsked(world, currency);
      const { address } = await addressIn(world.viewer);
      const { number, routing } = accountKindOf(currency).example;
      if (routing !== null) {
        expect(await answerReturn(address, { number, routing: "" })).toMatchObject({
          facts: { code: "routing_unknown", param: "routing" },
        });
      }
      expect(await answerReturn(address, { number, routing })).toBe("sent");
      expect(await stateOf(world.viewer, asked)).toEqual(["pending", number.slice(-4), null]);
    },
  );
});

test("an address that was made up, or is another business's, opens nothing", async () => {
  const asked = await anAsked(world);
  const { address } = await addressIn(world.viewer);
  const other = await aWorld();
  const elsewhere = String(other.environment.id);
  for (const change of [{ token: "made-up" }, { environment: elsewhere }, { return: `${asked.id}x` }]) {
    const made = { ...address, ...change };
    expect(await openReturn(made)).toBeNull();
    expect(await answerReturn(made, good)).toBe("gone");
    const page = [made.environment, made.return, made.token].join("/");
    expect(await isDeadLink("bank-details", page)).toBe(true);
  }
  expect(accountAddress.safeParse({ ...address, token: {} }).success).toBe(false);
  const page = [address.environment, address.return, address.token].join("/");
  expect(await isDeadLink("bank-details", page)).toBe(false);
  expect(await isDeadLink("bank-details", `${page}/more`)).toBe(true);
  const named = { returnId: asked.id, ...good };
  const reading = { ...world.viewer, permissions: new Set(["customers:read"] as const) };
  await expect(nameReturnAccount(reading, named)).rejects.toMatchObject({ facts: { status: 403 } });
  await expect(nameReturnAccount(other.viewer, named)).rejects.toMatchObject({ facts: { status: 404 } });
});

describe("asking a customer again for their bank account", () => {
  test("writes to where they were asked, with the link they have, a few times a day", async () => {
    const own = await aWorld();
    const asked = await anAsked(own);
    const first = await addressIn(own.viewer);
    await updateCustomer(own.viewer, { id: asked.customerId, email: "somebody.else@example.com" });
    const now = own.viewer.now() + minute;
    const afterwards = { ...own.viewer, now: () => now };
    const again = await askAgainForAccount(afterwards, asked.id);
    expect(again.asked).toMatchObject({ askedAt: now, expiresAt: asked.asked?.expiresAt });
    const second = await addressIn(own.viewer);
    expect(second.mail?.id).not.toBe(first.mail?.id);
    expect(second).toMatchObject({ mail: { to: "fill_never@example.com" }, address: first.address });
    await askAgainForAccount(afterwards, asked.id);
    expect(await whyNot(afterwards, asked)).toBe("too_often");
    await expect(askAgainForAccount(afterwards, asked.id)).rejects.toMatchObject({
      facts: { status: 429, code: "links_throttled" },
    });
    expect((await mailsOf(own)).length).toBe(3);
    const { lines } = await listHistory(own.viewer, { text: asked.id });
    const told = lines.filter(({ action }) => action === "refund.account_asked_again");
    expect(told).toMatchObject([1, 2].map(() => ({ after: { to: "f•••@•••" } })));
    expect(await whyNot(later(afterwards, day), asked)).toBeNull();
    expect(await answerReturn(first.address, good)).toBe("sent");
  });

  test("is for who may refund, while their answer is waited for", async () => {
    const { viewer } = world;
    const asked = await anAsked(world);
    const reading = { ...viewer, permissions: new Set(["customers:read"] as const) };
    expect(await whyNot(reading, asked)).toBe("not_allowed");
    expect(() => askAgainForAccount(reading, asked.id)).toThrow("refunds:write");
    const other = await aWorld();
    await expect(askAgainForAccount(other.viewer, asked.id)).rejects.toMatchObject({
      facts: { status: 404 },
    });
    expect(await whyNot(later(viewer, 46 * day), asked)).toBe("over");
    await cancelCashReturn(viewer, asked.id);
    const letters = (await mailsOf(world)).length;
    expect(await whyNot(viewer, asked)).toBe("over");
    await expect(askAgainForAccount(viewer, asked.id)).rejects.toMatchObject({ facts: { status: 400 } });
    expect((await mailsOf(world)).length).toBe(letters);
  });

  test("happens once for a form that is sent twice", async () => {
    const own = await aWorld();
    const asked = await anAsked(own);
    const request = { door: "form", key: "twice", fingerprint: "same", toAnswer } as const;
    for (const _time of [1, 2])
      await answerOnce(own.viewer, request, (claiming) => askAgainForAccount(claiming, asked.id));
    expect((await mailsOf(own)).length).toBe(2);
  });
});

const toAnswer = () => Promise.resolve({ status: 200, body: "{}" });

async function whyNot(viewer: Viewer, { id }: CashReturnRow) {
  return whyNotAskedAgain(viewer, await getReturnDetail(viewer, id));
}
