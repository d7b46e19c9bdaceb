import { change } from "#db/rows";
import { setupIntents } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { abandonAttempt } from "./confirm-setup.ts";
import { assertSetupAllows, findSetup } from "./find-setup.ts";
import { type SetupIntentRow, toSetupIntent } from "./wire.ts";

export const setupCancellationReasons = ["abandoned", "duplicate", "requested_by_customer"] as const;

/** Ends a setup that did not succeed. It may not be confirmed again. */
export async function cancelSetup(
  viewer: Viewer,
  input: { setupId: string; reason: (typeof setupCancellationReasons)[number] | null },
): Promise<SetupIntentRow> {
  authorize(viewer, "payments:write");
  return transaction(viewer, async (tx) => {
    const setup = await findSetup(tx, input.setupId);
    assertSetupAllows("cancel", setup);
    await abandonAttempt(tx, setup);
    const after = await change(tx, setupIntents, setup, {
      status: "canceled",
      cancellationReason: input.reason,
      nextAction: null,
    });
    await record(tx, "setup_intent.canceled", toSetupIntent(after, viewer.environment));
    return after;
  });
}
