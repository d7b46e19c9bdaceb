import { disputeReasonWords } from "#lib/disputes/reason-words";
import { translator } from "#lib/i18n/translator";
import { brandName } from "#lib/payment-methods/method-name";
import { paths } from "#lib/paths";
import { disputeKind } from "../documents/dispute.ts";
import { indexedGroup } from "./indexed.ts";

/** Told by why the customer's bank asks. */
export const disputeGroup = indexedGroup("disputes", disputeKind, async (viewer, rows) => {
  const t = translator(viewer.locale, "disputes");
  return rows.map((row) => ({
    id: row.id,
    href: paths.dispute(viewer, row.id),
    title: disputeReasonWords(viewer, row.reason).replace(/^./u, (letter) =>
      letter.toLocaleUpperCase(viewer.locale),
    ),
    detail: row.network && brandName(row.network),
    state: { status: row.status, word: t(`status.${row.status}`) },
    money: row,
    at: row.createdAt,
  }));
});
