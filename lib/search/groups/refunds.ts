import { paymentIntents } from "#db/schema/index";
import { reader } from "#db/transaction";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { standingOf } from "#lib/refunds/standing";
import { rowsOf } from "../documents/rows-of.ts";
import { refundKind } from "../documents/refund.ts";
import { indexedGroup } from "./indexed.ts";
import { nameOf } from "#lib/customers/name-of";
import { payersOf } from "./payments.ts";

/** Each leads to the payment it gives back. */
export const refundGroup = indexedGroup("refunds", refundKind, async (viewer, rows) => {
  const t = translator(viewer.locale, "transactions");
  const ids = rows.map(({ paymentIntentId }) => paymentIntentId);
  const payments = await rowsOf(await reader(viewer), paymentIntents, paymentIntents.id, ids);
  const payers = await payersOf(viewer, payments);
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  return rows.map((row) => {
    const payer = payers.get(byId.get(row.paymentIntentId)?.customerId ?? "");
    return {
      id: row.id,
      href: paths.payment(viewer, row.paymentIntentId),
      title: payer ? nameOf(payer) : t("guest"),
      detail: row.reason && t(`refundReason.${row.reason}`),
      state: { status: row.status, word: t(`refundStatus.${standingOf(row)}`) },
      money: row,
      at: row.createdAt,
    };
  });
});
