import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { payoutKindOf } from "#lib/payouts/payout-kind";
import { payoutKind } from "../documents/payout.ts";
import { indexedGroup } from "./indexed.ts";

export const payoutGroup = indexedGroup("payouts", payoutKind, async (viewer, rows) => {
  const t = translator(viewer.locale, "balances");
  return rows.map((row) => ({
    id: row.id,
    href: paths.payout(viewer, row.id),
    title: t(`payoutKind.${payoutKindOf(row)}`),
    detail: row.description,
    state: { status: row.status, word: t(`payoutStatus.${row.status}`) },
    money: row,
    at: row.createdAt,
  }));
});
