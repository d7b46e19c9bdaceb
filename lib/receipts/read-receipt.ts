import { and, asc, eq, inArray } from "drizzle-orm";
import { find } from "#db/rows";
import type { InstrumentType } from "#db/schema/customers";
import type { DisputeState } from "#db/schema/payments";
import { customers, paymentMethods, refunds } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { spokenBy } from "#lib/customers/spoken-by";
import type { Locale } from "#lib/i18n/locale";
import { lastMails } from "#lib/mail/queries";
import { type Currency, currencyOf } from "#lib/money";
import { type ChargeRow, receiptUrl } from "#lib/payments/wire";
import { type Sender, senderOf } from "#lib/accounts/sender";

/** What a customer reads of a charge, as it stands now. Amounts in minor units, times in milliseconds. */
export interface Receipt {
  chargeId: string;
  number: string | null;
  sender: Sender;
  test: boolean;
  timeZone: string;
  currency: Currency;
  paid: number;
  paidAt: number;
  /** What became of it at the customer's bank, where they disputed it; an inquiry is the merchant's alone. */
  dispute: "open" | "returned" | "kept" | null;
  refunds: { id: string; amount: number; at: number }[];
  method: { type: InstrumentType; brand: string | null; last4: string } | null;
  billedTo: string | null;
  description: string | null;
  href: string;
  /** From then on its reader is asked for the email address first. */
  expiresAt: number;
  /** The customer's language, where they told one. */
  language: Locale | null;
  /** Where it may go without asking who its customer is: what the payment was made with, and where it went before. */
  addressesOfPayment: string[];
  /** Who may read it afterwards: every address that it belongs to. */
  addresses: string[];
}

/** How long a receipt's address opens it to whoever has it, after the payment or after it was sent last. */
const openFor = 30 * day;

/** The receipt of a charge that was paid. */
export async function readReceipt(
  handle: Handle,
  environment: ViewedEnvironment,
  charge: ChargeRow,
): Promise<Receipt> {
  const customer = charge.customerId ? await find(handle, customers, charge.customerId) : undefined;
  const method = charge.paymentMethodId && (await find(handle, paymentMethods, charge.paymentMethodId));
  const sent = await receiptMails(handle, charge);
  const { email, name } = charge.billingDetails;
  const ofPayment = [charge.receiptEmail, email, ...sent.map((mail) => mail.to)];
  return {
    chargeId: charge.id,
    number: charge.receiptNumber,
    sender: await senderOf(environment),
    test: environment.kind === "test",
    timeZone: environment.timeZone,
    currency: currencyOf(charge.currency),
    paid: charge.amountCaptured,
    paidAt: charge.capturedAt ?? charge.createdAt,
    dispute: disputes[charge.disputeState ?? "inquiry"],
    refunds: await refundsOf(handle, charge),
    method: method ? { type: method.type, brand: method.brand, last4: method.last4 } : null,
    billedTo: name ?? customer?.name ?? null,
    description: charge.description,
    href: receiptUrl(charge.receiptToken),
    expiresAt: Math.max(charge.createdAt, ...sent.map((mail) => mail.createdAt)) + openFor,
    language: spokenBy(customer?.preferredLocales ?? []),
    addressesOfPayment: known(ofPayment),
    addresses: known([...ofPayment, customer?.email ?? null]),
  };
}

const disputes = {
  needs_response: "open",
  under_review: "open",
  lost: "returned",
  won: "kept",
  inquiry: null,
} as const satisfies Record<DisputeState, Receipt["dispute"]>;

async function receiptMails(handle: Handle, charge: ChargeRow) {
  const mails = await lastMails(handle, charge.paymentIntentId);
  return mails.filter((mail) => mail.kind === "receipt");
}

function refundsOf({ db, environmentId }: Handle, charge: ChargeRow): Promise<Receipt["refunds"]> {
  return db
    .select({ id: refunds.id, amount: refunds.amount, at: refunds.createdAt })
    .from(refunds)
    .where(
      and(
        eq(refunds.environmentId, environmentId),
        eq(refunds.chargeId, charge.id),
        inArray(refunds.status, ["succeeded", "pending"]),
      ),
    )
    .orderBy(asc(refunds.createdAt), asc(refunds.id));
}

function known(addresses: (string | null)[]): string[] {
  return [
    ...new Set(addresses.filter((address) => address !== null).map((address) => address.toLowerCase())),
  ];
}
