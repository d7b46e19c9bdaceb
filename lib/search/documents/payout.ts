import { externalAccounts, payouts } from "#db/schema/index";
import type { ExternalAccountRow } from "#lib/external-accounts/wire";
import { payoutKindOf } from "#lib/payouts/payout-kind";
import type { PayoutRow } from "#lib/payouts/wire";
import { hasOf } from "./has-of.ts";
import type { Kind } from "./kind.ts";
import { rowsOf } from "./rows-of.ts";
import type { Sheet } from "./sheet.ts";

export const payoutKind: Kind<PayoutRow> = {
  kind: "payout",
  code: "b",
  table: payouts,
  permission: "payouts:read",
  object: "payout",
  async read(handle, ids) {
    const rows = await rowsOf(handle, payouts, payouts.id, ids);
    const places = rows.map(({ destinationId }) => destinationId);
    const byId = new Map(
      (await rowsOf(handle, externalAccounts, externalAccounts.id, places)).map((place) => [place.id, place]),
    );
    return rows.map((row) => ({ row, sheet: payoutSheet(row, byId.get(row.destinationId)) }));
  },
};

/** What a payout to this bank account or card is found by. */
export function payoutSheet(row: PayoutRow, destination: ExternalAccountRow | undefined): Sheet {
  return {
    id: row.id,
    createdAt: row.createdAt,
    facts: {
      status: [row.status],
      currency: [row.currency],
      type: [row.type],
      last4: [destination?.last4],
      country: [destination?.country],
      is: [row.status, payoutKindOf(row)],
      has: hasOf(row, { description: row.description }),
    },
    texts: {
      other: [
        row.description,
        row.statementDescriptor,
        row.traceId,
        row.failureCode,
        destination?.last4,
        destination?.bankName,
      ],
    },
    metadata: row.metadata,
    money: [{ amount: Math.abs(row.amount), currency: row.currency }],
  };
}
