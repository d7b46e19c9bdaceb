import { find } from "#db/rows";
import { mandates, paymentMethods } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import type { MandateRow } from "./wire.ts";

/** One mandate and what it lets be debited. Throws a 404 for what is not this environment's. */
export async function getMandate(
  viewer: Viewer,
  id: string,
): Promise<{ mandate: MandateRow; method: PaymentMethodRow }> {
  authorize(viewer, "payments:read");
  const handle = await reader(viewer);
  const mandate = await find(handle, mandates, id);
  if (!mandate) throw notFound("mandate", id, "mandate");
  const method = await find(handle, paymentMethods, mandate.paymentMethodId);
  if (!method) throw new Error(`Mandate ${id} has lost its payment method`);
  return { mandate, method };
}
