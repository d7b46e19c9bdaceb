import { find } from "#db/rows";
import { depositVerifications } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { on } from "#lib/jobs/jobs";
import { cameBack, tooLate } from "#lib/microdeposits/failures";
import { endPaymentDeposits } from "#lib/payments/verify-deposits";
import { endSetupDeposits } from "./verify-deposits.ts";

on("microdeposits.end", endDeposits);

/** Nobody said in time what was deposited, or the bank sent it back: who waited for it waits no more. */
async function endDeposits(
  viewer: Viewer,
  { verificationId, why }: { verificationId: string; why: "too_late" | "came_back" },
): Promise<void> {
  const verification = await find(await reader(viewer), depositVerifications, verificationId);
  if (verification?.status !== "pending") return;
  const ended = { verificationId, failure: why === "too_late" ? tooLate : cameBack };
  const { subjectId } = verification;
  if (subjectId.startsWith("pi_")) await endPaymentDeposits(viewer, { paymentId: subjectId, ...ended });
  else await endSetupDeposits(viewer, { setupId: subjectId, ...ended });
}
