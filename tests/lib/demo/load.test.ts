import { and, count, eq, isNotNull, lt } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  coupons,
  customers,
  disputes,
  jobs,
  members,
  paymentIntents,
  payouts,
  people,
} from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { environmentBySlug } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { toDoOf } from "#lib/home/to-do";
import { demoKeys, refuseStrangersToTheDemo } from "#lib/demo/credentials";
import { loadDemo } from "#lib/demo/load";
import { disputedPayments } from "#lib/demo/seed-disputes";
import { waitingPayments } from "#lib/demo/seed-to-dos";
import { getBalance } from "#lib/ledger/get-balance";
import { createPayment } from "#lib/payments/create-payment";
import { createPayout } from "#lib/payouts/create-payout";
import { environmentsOf } from "#lib/people/members";
import { disputeStatuses } from "#lib/disputes/list/dispute-list";
import { findKey } from "#lib/keys/find-key";
import { followChanges } from "#lib/search/index/follow-changes";
import { verifyAll } from "#lib/verify/verify-all";
import { useTestDatabase } from "#tests/support/test-database";

test(
  "the demo business is there once, with its people and keys, and adds up",
  { timeout: 120_000 },
  async () => {
    await useTestDatabase();
    await refuseStrangersToTheDemo(["0.0.0.0"]);
    const told: number[] = [];
    expect(await loadDemo({ onProgress: (done) => told.push(done) })).toBe("loaded");
    expect(await loadDemo({ onProgress: () => {} })).toBe("present");
    expect(told).toEqual([...told].sort((a, b) => a - b));
    await refuseStrangersToTheDemo(["127.0.0.1", "::1"]);
    await expect(refuseStrangersToTheDemo(["::1", "0.0.0.0"])).rejects.toThrow(/^HOST: /);

    const environment = await environmentBySlug("maison-lavande-test");
    expect(environment).toMatchObject({
      accountName: "Maison Lavande",
      currency: "eur",
      timeZone: "Europe/Paris",
    });
    const { db } = await globalReader();
    const [payments] = await db
      .select({ count: count() })
      .from(paymentIntents)
      .where(eq(paymentIntents.environmentId, environment?.id ?? 0));
    expect(Number(payments?.count)).toBe(20_000 + disputedPayments + waitingPayments);
    const late = await db
      .select({ payload: jobs.payload })
      .from(jobs)
      .where(and(eq(jobs.kind, "payouts.run"), lt(jobs.runAt, Date.now())));
    expect(late, "nothing of the history is paid out anew").toEqual([]);
    const disputed = await db
      .selectDistinct({ status: disputes.status, network: disputes.network })
      .from(disputes)
      .where(eq(disputes.environmentId, environment?.id ?? 0));
    expect(new Set(disputed.map(({ status }) => status))).toEqual(new Set(disputeStatuses));
    expect(new Set(disputed.map(({ network }) => network))).toEqual(
      new Set(["visa", "mastercard", "amex", "discover"]),
    );

    const team = await db
      .select({ id: people.id, email: people.email, roles: members.roles, owner: members.owner })
      .from(members)
      .innerJoin(people, eq(people.id, members.personId))
      .where(eq(members.accountId, environment?.accountId ?? ""));
    const [first] = await environmentsOf(team.find(({ owner }) => owner)?.id ?? "");
    expect(first).toMatchObject({ slug: "maison-lavande-test" });
    const rolesOf = Object.fromEntries(team.map((row) => [row.email.split("@")[0], row.roles]));
    expect(rolesOf).toEqual({
      owner: ["super_admin"],
      admin: ["admin"],
      developer: ["developer"],
      analyst: ["analyst"],
      support: ["support_specialist"],
      viewer: ["view_only"],
    });
    const [owner, ...others] = team.filter((row) => row.owner);
    expect(others).toEqual([]);
    expect(owner?.email).toBe("owner@maison-lavande.test");
    expect(await findKey(demoKeys.secret)).toMatchObject({ kind: "secret" });
    expect(await findKey(demoKeys.publishable)).toMatchObject({ kind: "publishable" });
    const paidOut = await db
      .select({ status: payouts.status, count: count() })
      .from(payouts)
      .where(eq(payouts.environmentId, environment?.id ?? 0))
      .groupBy(payouts.status);
    const payoutsBy = new Map(paidOut.map((row) => [row.status, Number(row.count)]));
    expect(payoutsBy.get("failed")).toBe(2);
    expect(payoutsBy.get("paid")).toBeGreaterThan(90);
    if (!environment) throw new Error("gone");
    const redeemed = await db
      .select({ id: coupons.id, times: coupons.timesRedeemed })
      .from(coupons)
      .where(eq(coupons.environmentId, environment.id));
    const given = await db
      .select({ discount: customers.discount })
      .from(customers)
      .where(and(eq(customers.environmentId, environment.id), isNotNull(customers.discount)));
    for (const { id, times } of redeemed) {
      expect(times).toBeGreaterThan(3);
      expect(given.filter(({ discount }) => discount?.couponId === id)).toHaveLength(times);
    }
    const viewer: Viewer = {
      ...systemViewer(environment, "operator", new Set(allPermissions)),
      door: "dashboard",
      actor: { type: "person", id: owner?.id ?? "", name: null },
    };
    // Which of them is due first changes with the hour.
    const kinds = ["captures", "disputes", "payouts", "reviews", "stoppedPayouts", "webhooks"];
    expect((await toDoOf(viewer)).map(({ kind }) => kind).sort()).toEqual(["approvals", ...kinds]);
    // By then nobody decided in time.
    const daysLater = await toDoOf({ ...viewer, now: () => Date.now() + 3 * day });
    expect(daysLater.map(({ kind }) => kind).sort()).toEqual(kinds);
    await tradeInDollars(viewer);
    await followChanges();
    expect((await verifyAll()).problems).toEqual([]);
  },
);

/** What the official command line's `trigger payout.created` does: nothing before was settled in dollars. */
async function tradeInDollars(viewer: Viewer): Promise<void> {
  expect((await getBalance(viewer)).available.map(({ currency }) => currency)).toEqual(["eur"]);
  const currency = "usd";
  await createPayment(viewer, { amount: 2000, currency }, { paymentMethodId: "pm_card_bypassPending" });
  const payout = await createPayout(viewer, { amount: 1100, currency });
  expect(payout).toMatchObject({ amount: 1100, currency, status: "pending" });
}
