import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { on } from "#lib/jobs/jobs";
import { cancelPayment } from "./cancel-payment.ts";
import { findPayment } from "./find-payment.ts";
import { settleDelayed } from "./settle-delayed.ts";

on("payments.settle_delayed", settleDelayed);
on("payments.expire", expireAuthorization);

/** An authorisation that nobody captured in time lapses: what was captured of it stays. */
async function expireAuthorization(
  viewer: Viewer,
  { paymentIntentId }: { paymentIntentId: string },
): Promise<void> {
  const payment = await findPayment(await reader(viewer), paymentIntentId);
  if (payment.status !== "requires_capture") return;
  await cancelPayment(viewer, { paymentId: payment.id, reason: "automatic" });
}
