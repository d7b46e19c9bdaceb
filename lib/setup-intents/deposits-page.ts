import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { isDomainError } from "#lib/errors";
import { guessParams, toGuess } from "#lib/microdeposits/guess-params";
import { waitsForDeposits } from "#lib/microdeposits/waits";
import { pendingDeposits } from "#lib/microdeposits/weigh-guess";
import { type AuthenticationAddress, unlessGone, viewerAt } from "#lib/payments/authentication-address";
import { findPayment } from "#lib/payments/find-payment";
import { verifyPaymentDeposits } from "#lib/payments/verify-deposits";
import type { DepositKind } from "#lib/processors/processor";
import { isSetupAddress } from "./authentication-page.ts";
import { findSetup } from "./find-setup.ts";
import { verifySetupDeposits } from "./verify-deposits.ts";

export interface WaitingForDeposits {
  viewer: Viewer;
  kind: DepositKind;
  /** Of the bank account. */
  last4: string;
}

/** The deposits that somebody is to read on their statement and type at this address; null where there are none. */
export async function openDeposits(address: AuthenticationAddress): Promise<WaitingForDeposits | null> {
  const viewer = await viewerAt(address);
  if (!viewer) return null;
  const { payment: id, token } = address;
  return unlessGone(async () => {
    const handle = await reader(viewer);
    const intent = await (isSetupAddress(address) ? findSetup(handle, id) : findPayment(handle, id));
    if (!waitsForDeposits(intent)) return null;
    const { verification, method } = await pendingDeposits(handle, id);
    if (verification.token !== token) return null;
    return { viewer, kind: verification.kind, last4: method.last4 };
  });
}

/** What became of a guess that was typed at an address: `gone` where nothing waits there, `failed` for good. */
export async function answerDeposits(
  address: AuthenticationAddress,
  typed: { code: string } | { amounts: string[] },
): Promise<"verified" | "wrong" | "failed" | "gone"> {
  const waiting = await openDeposits(address);
  if (!waiting) return "gone";
  const given = "code" in typed ? { descriptor_code: typed.code.trim().toUpperCase() } : typed;
  const parsed = guessParams.safeParse(given);
  if (!parsed.success) return "wrong";
  try {
    const guess = toGuess(parsed.data);
    const { viewer } = waiting;
    if (isSetupAddress(address)) await verifySetupDeposits(viewer, { setupId: address.payment, guess });
    else await verifyPaymentDeposits(viewer, { paymentId: address.payment, guess });
    return "verified";
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return (await openDeposits(address)) ? "wrong" : "failed";
  }
}
