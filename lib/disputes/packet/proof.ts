import { and, eq, inArray } from "drizzle-orm";
import { charges } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { formatDate, formatMoney } from "#lib/i18n/format";
import { labelled } from "#lib/i18n/labelled";
import { translator } from "#lib/i18n/translator";
import { isCurrency } from "#lib/money";
import type { Paragraph } from "#lib/pdf/text-pdf";
import { compellingDraft } from "../give-compelling.ts";
import type { DisputeRow } from "../wire.ts";

/** The earlier payments that Visa takes as proof, and what they have in common with the disputed one. */
export async function proofOf(
  viewer: Viewer,
  handle: Handle,
  { evidence }: Pick<DisputeRow, "evidence">,
): Promise<Paragraph[]> {
  const given = compellingDraft(evidence);
  if (!given || given.prior_undisputed_transactions.length === 0) return [];
  const t = translator(viewer.locale, "disputes");
  const paid = await chargesOf(
    handle,
    given.prior_undisputed_transactions.map(({ charge }) => charge),
  );
  const payments = given.prior_undisputed_transactions.flatMap(
    ({ charge: id, product_description: sold }) => {
      const charge = paid.get(id);
      if (!charge) return [];
      const words = paymentWords(viewer, charge);
      return [sold ? labelled(words, sold, viewer.locale) : words];
    },
  );
  return [
    { style: "heading", text: t("packet.earlier") },
    ...[...payments, ...marksOf(viewer, given.disputed_transaction)].map((text) => ({
      style: "body" as const,
      text,
    })),
  ];
}

type Paid = Pick<typeof charges.$inferSelect, "id" | "createdAt" | "amountCaptured" | "currency">;

async function chargesOf({ db, environmentId }: Handle, ids: string[]): Promise<Map<string, Paid>> {
  const { id, createdAt, amountCaptured, currency } = charges;
  const rows = await db
    .select({ id, createdAt, amountCaptured, currency })
    .from(charges)
    .where(and(eq(charges.environmentId, environmentId), inArray(charges.id, ids)));
  return new Map(rows.map((row) => [row.id, row]));
}

function paymentWords({ locale, environment }: Viewer, { id, createdAt, amountCaptured, currency }: Paid) {
  const amount = isCurrency(currency)
    ? formatMoney(amountCaptured, currency, locale)
    : `${amountCaptured} ${currency}`;
  const date = formatDate(createdAt, { locale, timeZone: environment.timeZone });
  return translator(locale, "disputes")("packet.earlierPayment", { id, amount, date });
}

type Marks = NonNullable<ReturnType<typeof compellingDraft>>["disputed_transaction"];

function marksOf({ locale }: Viewer, marks: Marks): string[] {
  if (!marks) return [];
  const t = translator(locale, "disputes");
  const given: [string, string | null | undefined][] = [
    [t("packet.mark.ip"), marks.customer_purchase_ip],
    [t("packet.mark.device"), marks.customer_device_id],
    [t("packet.mark.fingerprint"), marks.customer_device_fingerprint],
    [t("packet.mark.account"), marks.customer_account_id],
    [t("packet.mark.email"), marks.customer_email_address],
  ];
  return given.flatMap(([label, value]) => (value ? [labelled(label, value, locale)] : []));
}
