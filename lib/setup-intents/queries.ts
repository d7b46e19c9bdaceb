import { setupAttempts, setupIntents } from "#db/schema/index";
import { find } from "#db/rows";
import { reader } from "#db/transaction";
import { type Page, type PageRequest, pageRows } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { findSetup } from "./find-setup.ts";
import type { SetupAttemptRow, SetupIntentRow } from "./wire.ts";

/** One setup. Throws a 404 for what is not this environment's. */
export async function getSetup(viewer: Viewer, id: string): Promise<SetupIntentRow> {
  authorize(viewer, "payments:read");
  return findSetup(await reader(viewer), id);
}

/** Setups, newest first. */
export async function listSetups(
  viewer: Viewer,
  request: PageRequest,
  filters: { customerId?: string; paymentMethodId?: string; attachToSelf?: boolean },
): Promise<Page<SetupIntentRow>> {
  authorize(viewer, "payments:read");
  return pageRows(viewer, { table: setupIntents, kind: "setupintent", request, filters });
}

/** One attempt. Throws a 404 for what is not this environment's. */
export async function getSetupAttempt(viewer: Viewer, id: string): Promise<SetupAttemptRow> {
  authorize(viewer, "payments:read");
  const attempt = await find(await reader(viewer), setupAttempts, id);
  if (!attempt) throw notFound("setup_attempt", id);
  return attempt;
}

/** The attempts of one setup, newest first. */
export async function listSetupAttempts(
  viewer: Viewer,
  request: PageRequest,
  setupIntentId: string,
): Promise<Page<SetupAttemptRow>> {
  authorize(viewer, "payments:read");
  await findSetup(await reader(viewer), setupIntentId, "setup_intent");
  return pageRows(viewer, {
    table: setupAttempts,
    kind: "setup_attempt",
    request,
    filters: { setupIntentId },
  });
}
