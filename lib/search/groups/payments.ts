import { customers } from "#db/schema/index";
import { reader } from "#db/transaction";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { toListed } from "#lib/payments/list/listed-payment";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { paymentKind } from "../documents/payment.ts";
import { rowsOf } from "../documents/rows-of.ts";
import { nameOf } from "#lib/customers/name-of";
import { indexedGroup } from "./indexed.ts";
import type { Hit } from "./group.ts";

export const paymentGroup = indexedGroup("payments", paymentKind, async (viewer, rows) => {
  const payers = await payersOf(viewer, rows);
  return rows.map((row): Hit => {
    const t = translator(viewer.locale, "transactions");
    const payment = toListed(viewer, { ...row, customer: payers.get(row.customerId ?? "") ?? null });
    const payer = payment.customer ? nameOf(payment.customer) : payment.receiptEmail;
    return {
      id: row.id,
      href: paths.payment(viewer, row.id),
      title: payer ?? t("guest"),
      detail: payment.description,
      state: { status: payment.status, word: t(`status.${payment.status}`) },
      money: payment,
      at: row.createdAt,
    };
  });
});

/** The customers of some payments, for those who may know. */
export async function payersOf(viewer: Viewer, payments: readonly Pick<PaymentIntentRow, "customerId">[]) {
  if (!may(viewer, "customers:read")) return new Map<string, typeof customers.$inferSelect>();
  const ids = new Set(payments.flatMap(({ customerId }) => customerId ?? []));
  const rows = await rowsOf(await reader(viewer), customers, customers.id, [...ids]);
  return new Map(rows.map((row) => [row.id, row]));
}
