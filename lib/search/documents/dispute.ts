import { disputes } from "#db/schema/index";
import type { DisputeRow } from "#lib/disputes/wire";
import { type ClaimPaidBy, withPaidBy } from "./claims.ts";
import { hasOf } from "./has-of.ts";
import type { Kind } from "./kind.ts";
import { notedOf } from "./noted.ts";
import { rowsOf } from "./rows-of.ts";
import type { Sheet } from "./sheet.ts";

export const disputeKind: Kind<DisputeRow> = {
  kind: "dispute",
  code: "x",
  table: disputes,
  permission: "disputes:read",
  object: "dispute",
  async read(handle, ids) {
    const rows = await rowsOf(handle, disputes, disputes.id, ids);
    const claims = await withPaidBy(handle, rows);
    const noted = await notedOf(handle, "dispute", ids);
    return claims.map(({ row, paid }) => ({ row, sheet: disputeSheet(row, paid, noted) }));
  },
};

/** What a dispute is found by: what the bank says of it, who had paid, and with what, and what colleagues wrote. */
function disputeSheet(
  row: DisputeRow,
  { facts, texts, personal, has }: ClaimPaidBy,
  noted: ReadonlySet<string>,
): Sheet {
  return {
    id: row.id,
    createdAt: row.createdAt,
    facts: {
      ...facts,
      status: [row.status],
      currency: [row.currency],
      is: [row.status, row.caseType],
      has: hasOf(row, {
        ...has,
        evidence: Object.keys(row.evidence).length > 0,
        note: noted.has(row.id),
      }),
    },
    texts: {
      ...texts,
      other: [
        row.reason,
        row.reason.replaceAll("_", " "),
        row.network,
        row.networkReasonCode,
        row.chargeId,
        row.paymentIntentId,
      ],
    },
    personal,
    metadata: row.metadata,
    money: [{ amount: row.amount, currency: row.currency }],
  };
}
