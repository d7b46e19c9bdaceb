import { find } from "#db/rows";
import { setupIntents } from "#db/schema/index";
import type { SetupStatus } from "#db/schema/setup";
import type { Handle } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { busy, invalid, notFound } from "#lib/errors";
import type { SetupIntentRow } from "./wire.ts";

/** The setup of this id; another tenant's is not found. `param` is what the caller named it by. */
export async function findSetup(handle: Handle, id: string, param = "intent"): Promise<SetupIntentRow> {
  const setup = await find(handle, setupIntents, id);
  if (!setup) throw notFound("setupintent", id, param);
  return setup;
}

const open = ["requires_payment_method", "requires_confirmation", "requires_action"] as const;
const allowedIn = {
  confirm: open,
  update: open,
  cancel: open,
  verify: ["requires_action"],
} satisfies Record<string, readonly SetupStatus[]>;

/** Throws unless the setup may be changed in this way now, and by nobody else at the same time. */
export function assertSetupAllows(action: keyof typeof allowedIn, setup: SetupIntentRow): void {
  if (setup.activeOperationId !== null) throw busy(setup.activeOperationId);
  const states: readonly SetupStatus[] = allowedIn[action];
  if (states.includes(setup.status)) return;
  const only =
    action === "cancel"
      ? ` Only a SetupIntent with one of the following statuses may be canceled: ${states.join(", ")}.`
      : "";
  throw invalid(`You cannot ${action} this SetupIntent because it has a status of ${setup.status}.${only}`, {
    code: "setup_intent_unexpected_state",
    extra: { setup_intent: setup.id },
  });
}

/** A publishable key opens one setup at a time: the one whose client secret it knows. */
export function assertSetupSecret(viewer: Viewer, secret: string, given: string | undefined): void {
  if (!viewer.publishable && given === undefined) return;
  const param = "client_secret";
  if (given === undefined) {
    throw invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
  }
  if (given === secret) return;
  throw invalid(
    "The client_secret provided does not match the client_secret associated with this SetupIntent.",
    { code: "setup_intent_invalid_parameter", param },
  );
}
