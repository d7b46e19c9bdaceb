import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { settingsOf } from "#lib/balance-settings/settings";
import { addBusinessDays } from "#lib/business-days";
import { type Currency, payoutStep } from "#lib/currencies";
import { invalid } from "#lib/errors";
import { defaultFor, findExternalAccount } from "#lib/external-accounts/queries";
import type { ExternalAccountRow } from "#lib/external-accounts/wire";
import { holdingsOf } from "#lib/ledger/holdings";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { claimed } from "#lib/operations/claimed";
import { insertPayout } from "./insert-payout.ts";
import { assertWithinLimits, instantFee, instantHoldings } from "./instant.ts";
import type { PayoutRow } from "./wire.ts";

export interface PayoutInput {
  /** Minor units. */
  amount: number;
  currency: Currency;
  method?: PayoutRow["method"];
  /** A bank account or card of the business; the default of the currency when not given. */
  destinationId?: string;
  description?: string;
  statementDescriptor?: string;
  metadata?: MetadataPatch;
}

/** Sends money to the business's bank: within days, or for a fee within minutes. */
export function createPayout(viewer: Viewer, input: PayoutInput): Promise<PayoutRow> {
  authorize(viewer, "payouts:write");
  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      const { amount, currency, method = "standard" } = input;
      const settings = await settingsOf(tx, viewer.environment);
      assertEnabled(settings);
      assertStep(input);
      const destination = await destinationOf(tx, input);
      const fee = method === "instant" ? await instantTerms(tx, input, destination) : undefined;
      await assertCovered(tx, input, fee?.amount ?? 0);
      const payout = await insertPayout(tx, {
        amount,
        currency,
        destination,
        method,
        fee,
        ...whenOf(method, tx.now),
        description: input.description,
        statementDescriptor: input.statementDescriptor ?? settings.statementDescriptor,
        metadata: mergeMetadata({}, input.metadata),
      });
      await audit(tx, "payout.created", { subject: payout.id, after: { amount, currency, method } });
      return payout;
    }),
  );
}

/** Banks are told at the end of the day; one that is instant at once. */
function whenOf(method: PayoutRow["method"], now: number) {
  if (method === "instant") return { submitAt: now, arrivalDate: now };
  return { submitAt: addBusinessDays(now, 1), arrivalDate: addBusinessDays(now, 2) };
}

/** Throws unless money may be paid out at all. */
function assertEnabled({ payoutsEnabled }: { payoutsEnabled: boolean }): void {
  if (payoutsEnabled) return;
  throw invalid("Payouts are disabled for this account.", { code: "payouts_not_allowed" });
}

function assertStep({ amount, currency }: PayoutInput): void {
  const step = payoutStep(currency);
  if (amount % step === 0) return;
  throw invalid(`Payouts in ${currency} must be a multiple of ${step}.`, {
    code: "parameter_invalid_integer",
    param: "amount",
  });
}

async function destinationOf(tx: Tx, { destinationId, currency }: PayoutInput): Promise<ExternalAccountRow> {
  if (destinationId === undefined) {
    const found = await defaultFor(tx, currency);
    if (!found) throw invalid(`Sorry, you don't have any external accounts in that currency (${currency}).`);
    return usable(found);
  }
  const found = await findExternalAccount(tx, destinationId, "destination");
  if (found.currency === currency) return usable(found);
  throw invalid(
    `The external account ${found.id} is paid out to in ${found.currency}; it cannot receive ${currency}.`,
    { param: "destination" },
  );
}

function usable(destination: ExternalAccountRow): ExternalAccountRow {
  if (destination.status !== "errored") return destination;
  throw invalid(
    `A payout to ${destination.id} failed, so no more are sent to it. Correct its details or resume payouts first.`,
    { code: "payouts_not_allowed", param: "destination" },
  );
}

async function instantTerms(tx: Tx, { amount, currency }: PayoutInput, destination: ExternalAccountRow) {
  if (!destination.instant) {
    throw invalid(`The external account ${destination.id} is not eligible for instant payouts.`, {
      code: "instant_payouts_unsupported",
      param: "method",
    });
  }
  await assertWithinLimits(tx, tx.viewer, { amount, currency });
  return instantFee(tx.viewer.environment, amount, currency);
}

async function assertCovered(tx: Tx, { amount, currency, method }: PayoutInput, fee: number): Promise<void> {
  const holdings = await holdingsOf(tx, currency);
  const ready = method === "instant" ? instantHoldings(holdings) : holdings.available;
  if (amount + fee <= ready) return;
  throw invalid(
    "You have insufficient funds in your Stripe account for this transfer. Your card balance is too low.  You can use the /v1/balance endpoint to view your Stripe balance (for more details, see stripe.com/docs/api#balance).",
    { code: "balance_insufficient", param: "amount" },
  );
}
