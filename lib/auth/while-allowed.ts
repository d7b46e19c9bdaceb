import { membershipOf } from "#lib/people/members";
import { forbidden } from "#lib/errors";
import type { Permission } from "./permissions.ts";
import { permissionsOf } from "./roles.ts";
import type { Viewer } from "./viewer.ts";

/** How many parts of a file are made between two looks. */
const between = 100;

/**
 * Passes the parts of a long file on for as long as the person who asked may have it: who is removed, or loses the
 * role, while it runs gets no more of it.
 */
export async function* whileAllowed<Part>(
  viewer: Viewer,
  permission: Permission,
  parts: AsyncIterable<Part>,
): AsyncGenerator<Part> {
  let count = 0;
  for await (const part of parts) {
    if (count++ % between === 0 && !(await stillMay(viewer, permission))) throw forbidden(permission);
    yield part;
  }
}

async function stillMay({ actor, environment }: Viewer, permission: Permission): Promise<boolean> {
  if (actor.type !== "person" || actor.id === null) return true;
  const membership = await membershipOf(environment.accountId, actor.id);
  return membership !== undefined && permissionsOf(membership, environment.kind).has(permission);
}
