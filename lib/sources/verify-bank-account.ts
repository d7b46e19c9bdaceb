import { reader, transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { claimed } from "#lib/operations/claimed";
import { changeMethod } from "#lib/payment-methods/change-method";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { processor } from "#lib/processors/index";
import { findCustomerSource, type NamedSource } from "./queries.ts";
import { toCustomerSource } from "./wire.ts";

const mostFailures = 10;

/**
 * Proves that a customer holds a bank account: by the two amounts that were deposited there. After ten wrong guesses
 * it never can be proven. Throws `bank_account_verification_failed` for a wrong one.
 */
export async function verifyBankAccount(
  viewer: Viewer,
  { amounts, ...named }: NamedSource & { amounts: number[] },
): Promise<PaymentMethodRow> {
  authorize(viewer, "customers:write");
  const { instrument } = await findCustomerSource(await reader(viewer), { ...named, object: "bank_account" });
  const guess = { kind: "amounts", amounts } as const;
  const reading = await processor().readDeposits({ reference: instrument.reference, guess });
  if (reading === "right")
    return transaction(viewer, (tx) => claimed(tx, () => settle(tx, named, "verified")));
  // The guess counts though it is refused.
  const row = await transaction(viewer, (tx) => settle(tx, named, "guessed"));
  throw invalid(
    row.sourceStatus === "verification_failed"
      ? "You have exceeded the number of allowed verification attempts. This bank account cannot be verified."
      : "The amounts provided do not match the amounts that were sent to the bank account.",
    { code: "bank_account_verification_failed" },
  );
}

async function settle(tx: Tx, named: NamedSource, how: "verified" | "guessed"): Promise<PaymentMethodRow> {
  const row = await findCustomerSource(tx, { ...named, object: "bank_account" });
  const facts = row.sourceFacts?.bankAccount;
  if (row.sourceStatus !== "new" || !row.sourceFacts || !facts) throw over(row);
  const failures = facts.failures + (how === "guessed" ? 1 : 0);
  const failed = failures >= mostFailures;
  const changed = await changeMethod(tx, row, {
    sourceStatus: how === "verified" ? "verified" : failed ? "verification_failed" : "new",
    sourceFacts: { ...row.sourceFacts, bankAccount: { ...facts, failures } },
  });
  if (changed.sourceStatus !== row.sourceStatus) {
    const before = toCustomerSource(row, tx.viewer.environment);
    await record(tx, "customer.source.updated", toCustomerSource(changed, tx.viewer.environment), { before });
  }
  return changed;
}

function over({ sourceStatus }: PaymentMethodRow) {
  if (sourceStatus === "verified") return invalid("This bank account has already been verified.");
  return invalid(
    "You have exceeded the number of allowed verification attempts. This bank account cannot be verified.",
    { code: "bank_account_verification_failed" },
  );
}
