import { reader } from "#db/transaction";
import { authorize, may } from "#lib/auth/permissions";
import { isRole, type Membership, permissionsOf, type Role } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { approves, limitId, limitRules, type Limits, personalLimits, refunds } from "./limits.ts";

/** What a member may refund without asking, whether they approve what others ask for, and why. */
export interface ExplainedLimits {
  limits: Limits;
  approves: boolean;
  /** Whether a rule says otherwise than the roles do about approving. */
  isApprovalRuled: boolean;
  by: "person" | "owner" | "roles";
  /** The roles that refund. */
  roles: Role[];
}

type Member = Membership & { personId: string };

/** Whether the viewer may read what limits a member has: everybody reads their own. */
export function mayReadLimits(viewer: Viewer, { personId }: Member): boolean {
  return viewer.actor.id === personId || may(viewer, "limits:write");
}

/** The limits of a member, and what decides them; null for who refunds nothing. Needs limits:write but for oneself. */
export async function explainLimits(viewer: Viewer, member: Member): Promise<ExplainedLimits | null> {
  if (!mayReadLimits(viewer, member)) authorize(viewer, "limits:write");
  const { kind } = viewer.environment;
  const permissions = permissionsOf(member, kind);
  if (!permissions.has("refunds:write")) return null;
  const rules = await limitRules(await reader(viewer));
  const mayApprove = approves(rules, member, kind);
  const { perRefund, perDay, perCustomer } = personalLimits(rules, member, member.personId, kind);
  return {
    limits: { perRefund, perDay, perCustomer },
    approves: mayApprove,
    isApprovalRuled: mayApprove !== permissions.has("approvals:decide"),
    by: decidedBy(member, rules.has(limitId({ kind: "person", id: member.personId }))),
    roles: member.roles.filter(isRole).filter((role) => refunds(role, kind)),
  };
}

function decidedBy({ owner }: Membership, hasOwnRule: boolean): ExplainedLimits["by"] {
  if (hasOwnRule) return "person";
  return owner ? "owner" : "roles";
}
