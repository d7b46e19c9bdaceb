import { eq } from "drizzle-orm";
import type { RefundLimit } from "#db/schema/approvals";
import { apiKeys, refundLimits } from "#db/schema/index";
import { globalReader, type Handle, reader } from "#db/transaction";
import { may } from "#lib/auth/permissions";
import { isRole, type Membership, permissionsOf, type Role } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { membershipOf } from "#lib/people/members";

export type LimitRow = typeof refundLimits.$inferSelect;

/** What may be refunded without asking, minor units of the account's currency; null: as much as one likes. */
export type Limits = Pick<LimitRow, "perRefund" | "perDay" | "perCustomer">;

/** Whom a limit is about. */
export type LimitSubject = { kind: "role" | "person" | "key"; id: string };

export const noLimits: Limits = { perRefund: null, perDay: null, perCustomer: null };

/** The limits in the order in which people read them. */
export const limitNames = ["per_refund", "per_day", "per_customer"] as const satisfies RefundLimit[];

/** What each limit's column is called. */
export const limitColumns = {
  per_refund: "perRefund",
  per_day: "perDay",
  per_customer: "perCustomer",
} as const satisfies Record<RefundLimit, keyof Limits>;

/** How a subject is called in the table. */
export function limitId({ kind, id }: LimitSubject): string {
  return `${kind}:${id}`;
}

/** The rules of the environment, by whom they are about. */
export type LimitRules = ReadonlyMap<string, LimitRow>;

export async function limitRules(handle: Handle): Promise<LimitRules> {
  const rows = await handle.db
    .select()
    .from(refundLimits)
    .where(eq(refundLimits.environmentId, handle.environmentId));
  return new Map(rows.map((row) => [row.id, row]));
}

/** What the viewer may refund without asking. Jobs and the operator know no limit. */
export async function limitsOf(viewer: Viewer): Promise<Limits> {
  const { actor, environment } = viewer;
  if (actor.type === "system" || actor.id === null) return noLimits;
  const rules = await limitRules(await reader(viewer));
  if (rules.size === 0) return noLimits;
  if (actor.type === "key") {
    return rules.get(limitId({ kind: "key", id: actor.id })) ?? limitsOfMaker(rules, viewer, actor.id);
  }
  const membership = await membershipOf(environment.accountId, actor.id);
  return membership ? personalLimits(rules, membership, actor.id, environment.kind) : noLimits;
}

/** A key refunds what whoever made it may; of a maker who left, what developers may: they are who makes keys. */
async function limitsOfMaker(rules: LimitRules, { environment }: Viewer, keyId: string): Promise<Limits> {
  const { db } = await globalReader();
  const [key] = await db.select({ maker: apiKeys.createdBy }).from(apiKeys).where(eq(apiKeys.id, keyId));
  if (!key?.maker) return noLimits;
  const membership = await membershipOf(environment.accountId, key.maker);
  return personalLimits(rules, membership ?? formerMaker, key.maker, environment.kind);
}

/** As what a key's maker counts who is no member any more. */
export const formerMaker: Membership = { roles: ["developer"], owner: false };

/** A person's own rule goes before those of their roles, of which the most generous counts. */
export function personalLimits(
  rules: LimitRules,
  membership: Membership,
  personId: string,
  kind: "live" | "test",
): Limits {
  const own = rules.get(limitId({ kind: "person", id: personId }));
  if (own) return own;
  if (membership.owner) return noLimits;
  const roles = membership.roles
    .filter(isRole)
    .filter((role) => refunds(role, kind))
    .map((role) => rules.get(limitId({ kind: "role", id: role })) ?? noLimits);
  return {
    perRefund: mostGenerous(roles.map(({ perRefund }) => perRefund)),
    perDay: mostGenerous(roles.map(({ perDay }) => perDay)),
    perCustomer: mostGenerous(roles.map(({ perCustomer }) => perCustomer)),
  };
}

/** Whether a role may refund at all. */
export function refunds(role: Role, kind: "live" | "test"): boolean {
  return permissionsOf({ roles: [role], owner: false }, kind).has("refunds:write");
}

/** Whether the viewer may approve what others ask for: as their roles say, or as a rule says of a role. */
export async function mayApprove(viewer: Viewer): Promise<boolean> {
  const { actor, environment } = viewer;
  if (viewer.door !== "dashboard" || actor.type !== "person" || actor.id === null) return false;
  const membership = await membershipOf(environment.accountId, actor.id);
  if (!membership) return may(viewer, "approvals:decide");
  return approves(await limitRules(await reader(viewer)), membership, environment.kind);
}

/** Whether a member may approve refunds. */
export function approves(rules: LimitRules, membership: Membership, kind: "live" | "test"): boolean {
  return membership.owner || membership.roles.filter(isRole).some((role) => roleApproves(rules, role, kind));
}

/** Whether a role approves refunds: nobody does who may not refund. */
export function roleApproves(rules: LimitRules, role: Role, kind: "live" | "test"): boolean {
  const permissions = permissionsOf({ roles: [role], owner: false }, kind);
  if (!permissions.has("refunds:write")) return false;
  return rules.get(limitId({ kind: "role", id: role }))?.approves ?? permissions.has("approvals:decide");
}

function mostGenerous(limits: (number | null)[]): number | null {
  const finite = limits.filter((limit) => limit !== null);
  return finite.length < limits.length || finite.length === 0 ? null : Math.max(...finite);
}
