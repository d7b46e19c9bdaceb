import type Stripe from "stripe";
import { insert } from "#db/rows";
import { depositVerifications } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { day, seconds } from "#lib/clock";
import { newId, randomText } from "#lib/ids";
import { enqueue } from "#lib/jobs/jobs";
import { authenticationUrl } from "#lib/payments/authentication-url";
import type { DepositsSent } from "#lib/processors/processor";

const patience = 10 * day;

/**
 * Notes that a payment or setup waits for its payer to read what was deposited, and when it will wait no more.
 * Returns what the caller is to do next, as the API has it.
 */
export async function awaitDeposits(
  tx: Tx,
  waiting: { subjectId: string; paymentMethodId: string; mandateId: string | null },
  sent: DepositsSent,
): Promise<Stripe.SetupIntent.NextAction> {
  const { kind, arriveAt, failAt } = sent;
  const { id, token } = await insert(tx, depositVerifications, {
    ...waiting,
    id: newId("mdep", tx.now),
    createdAt: tx.now,
    kind,
    status: "pending",
    arrivesAt: arriveAt,
    token: randomText(24),
    failures: 0,
  });
  const job = "microdeposits.end";
  await enqueue(tx, job, { verificationId: id, why: "too_late" }, { runAt: tx.now + patience });
  if (failAt !== null) await enqueue(tx, job, { verificationId: id, why: "came_back" }, { runAt: failAt });
  return {
    type: "verify_with_microdeposits",
    verify_with_microdeposits: {
      arrival_date: seconds(arriveAt),
      hosted_verification_url: authenticationUrl(tx.environmentId, waiting.subjectId, token),
      microdeposit_type: kind,
    },
  };
}
