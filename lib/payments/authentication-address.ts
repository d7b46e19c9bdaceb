import { z } from "zod";
import { environmentById, isLocked } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Viewer } from "#lib/auth/viewer";
import { isDomainError } from "#lib/errors";

/**
 * The address a customer authenticates at, in its parts. `payment`: of a payment or of a setup. What a browser sends
 * back is read by this.
 */
export const authenticationAddress = z.object({
  environment: z.string(),
  payment: z.string(),
  token: z.string(),
});

export type AuthenticationAddress = z.infer<typeof authenticationAddress>;

/** Acts for the customer at an address, whose token the caller has to check; null for no environment of ours, or one that is closed. */
export async function viewerAt({
  environment,
}: Pick<AuthenticationAddress, "environment">): Promise<Viewer | null> {
  const id = /^\d{1,9}$/.test(environment) ? Number(environment) : null;
  const viewed = id === null ? undefined : await environmentById(id);
  if (!viewed || (await isLocked(viewed.id))) return null;
  return systemViewer(viewed, "job", new Set(allPermissions));
}

/** What is found; null where it is a 404. */
export async function unlessGone<T>(find: () => Promise<T>): Promise<T | null> {
  try {
    return await find();
  } catch (error) {
    if (isDomainError(error) && error.facts.status === 404) return null;
    throw error;
  }
}
