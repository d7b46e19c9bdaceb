import { isDeepStrictEqual } from "node:util";
import { change } from "#db/rows";
import { paymentMethods } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { claimed } from "#lib/operations/claimed";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { findCustomerSource, type NamedSource } from "./queries.ts";
import { toCustomerSource } from "./wire.ts";

/** What the simulated bank deposits, cents. Source: https://docs.stripe.com/ach-deprecated#testing-ach */
const deposits = [32, 45];
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
  const isRight = isDeepStrictEqual(
    amounts.toSorted((a, b) => a - b),
    deposits,
  );
  if (isRight) return transaction(viewer, (tx) => claimed(tx, () => settle(tx, named, "verified")));
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
  const changed = await change(tx, paymentMethods, row, {
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
