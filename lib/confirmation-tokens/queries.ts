import { find } from "#db/rows";
import { confirmationTokens, paymentMethods } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import type { ConfirmationTokenRow } from "./wire.ts";

/** One confirmation token and the payment method it holds. */
export async function getConfirmationToken(
  viewer: Viewer,
  id: string,
): Promise<{ row: ConfirmationTokenRow; method: PaymentMethodRow }> {
  authorize(viewer, "payments:read");
  const handle = await reader(viewer);
  const row = await findConfirmationToken(handle, id, "id");
  const method = await find(handle, paymentMethods, row.paymentMethodId);
  if (!method) throw new Error(`Payment method ${row.paymentMethodId} is gone`);
  return { row, method };
}

/** For whoever confirms with it, authorized by them. */
export async function findConfirmationToken(
  handle: Handle,
  id: string,
  param = "confirmation_token",
): Promise<ConfirmationTokenRow> {
  const row = await find(handle, confirmationTokens, id);
  if (!row) throw notFound("confirmation_token", id, param);
  return row;
}
