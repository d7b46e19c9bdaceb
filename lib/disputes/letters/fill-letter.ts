import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { CustomerRow } from "#lib/customers/wire";
import { formatDate, formatList, formatMoney } from "#lib/i18n/format";
import { isCurrency } from "#lib/money";
import type { PaymentIntentRow } from "#lib/payments/wire";
import type { DisputeCase } from "../dispute-case.ts";
import { draftEvidence } from "../draft-evidence.ts";
import { earlierPayments } from "../earlier-payments.ts";
import { fillPlaceholders, type Placeholder } from "./placeholders.ts";

/** A template's text with what is known of a dispute in its places. Needs disputes:write. */
export async function fillLetter(
  viewer: Viewer,
  found: DisputeCase,
  { text, customer }: { text: string; customer: CustomerRow | null },
): Promise<string> {
  authorize(viewer, "disputes:write");
  return fillPlaceholders(text, await factsOf(viewer, found, customer));
}

async function factsOf(
  viewer: Viewer,
  found: DisputeCase,
  customer: CustomerRow | null,
): Promise<Partial<Record<Placeholder, string | null>>> {
  const { dispute, charge } = found;
  const draft = await draftEvidence(viewer, found, customer);
  const earlier = await earlierPayments(viewer, found);
  return {
    business: viewer.environment.accountName,
    customer: draft.customer_name || null,
    amount: money(viewer, dispute),
    date: date(viewer, charge.capturedAt ?? charge.createdAt),
    product: draft.product_description || null,
    card: charge.paymentMethodDetails.card?.last4 ?? null,
    statement: charge.calculatedStatementDescriptor,
    shipped: draft.shipping_date || null,
    carrier: draft.shipping_carrier || null,
    tracking: draft.shipping_tracking_number || null,
    service_date: draft.service_date || null,
    earlier_payments: earlier.length === 0 ? null : earlierWords(viewer, earlier),
    dispute: dispute.id,
  };
}

function earlierWords(viewer: Viewer, earlier: readonly { payment: PaymentIntentRow }[]): string {
  const each = earlier.map(({ payment }) => {
    const amount = money(viewer, { amount: payment.amountReceived, currency: payment.currency });
    return `${amount} (${date(viewer, payment.createdAt)})`;
  });
  return formatList(each, viewer.locale);
}

function money({ locale }: Viewer, { amount, currency }: { amount: number; currency: string }): string {
  return isCurrency(currency) ? formatMoney(amount, currency, locale) : `${amount} ${currency}`;
}

function date({ locale, environment: { timeZone } }: Viewer, at: number): string {
  return formatDate(at, { locale, timeZone });
}
