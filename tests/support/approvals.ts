import { setLimits } from "#lib/approvals/set-limits";
import type { Limits } from "#lib/approvals/limits";
import type { Viewer } from "#lib/auth/viewer";
import { aMember } from "./team.ts";
import type { World } from "./world.ts";

const nothing = { perRefund: null, perDay: null, perCustomer: null, approves: null };

/** Limits of a role, in minor units of the account's currency; what is not named has none. */
export function limitRole(
  world: World,
  role: string,
  limits: Partial<Limits & { approves: boolean }>,
): Promise<void> {
  return setLimits(world.viewer, { kind: "role", id: role }, { ...nothing, ...limits });
}

/** Limits of one person. */
export function limitPerson(world: World, id: string, limits: Partial<Limits>): Promise<void> {
  return setLimits(world.viewer, { kind: "person", id }, { ...nothing, ...limits });
}

/** Somebody of support with a limit of 10.00 a refund, and two who may approve what they ask for. */
export async function aSupportTeam(world: World): Promise<{ agent: Viewer; lead: Viewer; other: Viewer }> {
  await limitRole(world, "support_associate", { perRefund: 1000 });
  const agent = await aMember(world, ["support_associate"]);
  const lead = await aMember(world, ["analyst"]);
  const other = await aMember(world, ["admin"]);
  return { agent: agent.viewer, lead: lead.viewer, other: other.viewer };
}
