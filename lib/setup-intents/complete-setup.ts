import { find } from "#db/rows";
import { paymentMethods } from "#db/schema/index";
import { type Handle, reader, transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { busy, notFound } from "#lib/errors";
import { finish } from "#lib/operations/finish";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { findSetup } from "./find-setup.ts";
import { askAgain, setupAttempt } from "./setup-attempt.ts";
import type { SetupIntentRow } from "./wire.ts";

interface Asked {
  setupId: string;
  /** The secret end of the address the customer was sent to. */
  token: string;
}

/** The setup that waits for its customer at this address, and the method they are to prove to be theirs. */
export async function setupToAuthenticate(
  handle: Handle,
  { setupId, token }: Asked,
): Promise<{ setup: SetupIntentRow; method: PaymentMethodRow }> {
  const setup = await findSetup(handle, setupId);
  if (setup.status !== "requires_action" || !addressOf(setup).endsWith(`/${token}`)) {
    throw notFound("authentication", setupId);
  }
  const method =
    setup.paymentMethodId === null ? null : await find(handle, paymentMethods, setup.paymentMethodId);
  if (!method) throw new Error(`Setup ${setupId} waits for authentication without a method`);
  return { setup, method };
}

/** Goes on with a setup after its customer was asked to prove to be the card's holder. */
export async function completeSetup(
  viewer: Viewer,
  input: Asked & { outcome: "succeeded" | "failed" },
): Promise<SetupIntentRow> {
  await setupToAuthenticate(await reader(viewer), input);
  const operation = await transaction(viewer, async (tx) => {
    const { setup, method } = await setupToAuthenticate(tx, input);
    if (setup.activeOperationId !== null || setup.latestAttemptId === null)
      throw busy(setup.activeOperationId);
    return askAgain(tx, setup, {
      attemptId: setup.latestAttemptId,
      methodId: method.id,
      returnUrl: setupReturnUrl(setup),
      useSdk: false,
      authentication: input.outcome,
    });
  });
  return finish(viewer, operation, setupAttempt);
}

/** Where the customer goes afterwards, if the business said so. */
export function setupReturnUrl(setup: SetupIntentRow): string | null {
  return setup.nextAction?.redirect_to_url?.return_url ?? null;
}

function addressOf({ nextAction }: SetupIntentRow): string {
  const script = nextAction?.use_stripe_sdk?.stripe_js;
  return nextAction?.redirect_to_url?.url ?? (typeof script === "string" ? script : "");
}
