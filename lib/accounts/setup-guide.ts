import { and, count, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { apiKeys, invitations, members, paymentIntents, webhookEndpoints } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { getActivation } from "#lib/activation/activation";
import { may, type Permission } from "#lib/auth/permissions";
import { secondFactorSince } from "#lib/auth/second-factor";
import type { Viewer } from "#lib/auth/viewer";
import { ownPerson } from "#lib/people/own-person";
import { type Account, getAccount } from "./queries.ts";

/** What a new account goes through up to its first payment, in order, and what it takes to do each. */
export const setupSteps = {
  details: "account:write",
  second_step: "account:read",
  team: "members:write",
  payment: "payments:write",
  key: "keys:write",
  webhook: "webhooks:write",
  activation: "account:write",
} as const satisfies Record<string, Permission>;

export type SetupStep = keyof typeof setupSteps;

export interface StepOfGuide {
  step: SetupStep;
  done: boolean;
}

const order = ["details", "second_step", "team", "payment", "key", "webhook", "activation"] as const;

/** How far the account is, from what there is. Steps that the viewer's role does not do are left out. Needs account:read. */
export async function setupGuide(viewer: Viewer): Promise<StepOfGuide[]> {
  const account = await getAccount(viewer);
  const handle = await reader(viewer);
  const done: Record<SetupStep, () => Promise<boolean>> = {
    details: async () => account.settings.supportEmail !== null && account.settings.website !== null,
    second_step: async () => (await secondFactorSince((await ownPerson(viewer)).id)) !== null,
    team: () => hasTeam(handle, account),
    payment: () => hasPayment(handle),
    key: () => hasKey(handle),
    webhook: () => hasEndpoint(handle),
    activation: async () => (await getActivation(viewer)).submittedAt !== null,
  };
  const shown = order.filter((step) => may(viewer, setupSteps[step]));
  return Promise.all(shown.map(async (step) => ({ step, done: await done[step]() })));
}

async function hasTeam({ db }: Handle, { id }: Account): Promise<boolean> {
  const [team] = await db.select({ size: count() }).from(members).where(eq(members.accountId, id));
  const open = and(eq(invitations.accountId, id), isNotNull(invitations.openKey));
  const invited = await db.select({ id: invitations.id }).from(invitations).where(open).limit(1);
  return (team?.size ?? 0) > 1 || invited.length > 0;
}

async function hasKey({ db, environmentId }: Handle): Promise<boolean> {
  const usable = and(
    eq(apiKeys.environmentId, environmentId),
    inArray(apiKeys.kind, ["secret", "restricted"]),
    isNull(apiKeys.revokedAt),
  );
  return (await db.select({ id: apiKeys.id }).from(apiKeys).where(usable).limit(1)).length > 0;
}

async function hasPayment({ db, environmentId }: Handle): Promise<boolean> {
  const paid = and(eq(paymentIntents.environmentId, environmentId), eq(paymentIntents.status, "succeeded"));
  return (await db.select({ id: paymentIntents.id }).from(paymentIntents).where(paid).limit(1)).length > 0;
}

async function hasEndpoint({ db, environmentId }: Handle): Promise<boolean> {
  const kept = and(
    eq(webhookEndpoints.environmentId, environmentId),
    isNull(webhookEndpoints.deletedAt),
    isNull(webhookEndpoints.listenerKeyId),
  );
  return (
    (await db.select({ id: webhookEndpoints.id }).from(webhookEndpoints).where(kept).limit(1)).length > 0
  );
}
