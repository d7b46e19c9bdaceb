import { refunds } from "#db/schema/index";
import type { RefundRow } from "#lib/refunds/wire";
import { type ClaimPaidBy, withPaidBy } from "./claims.ts";
import { hasOf } from "./has-of.ts";
import type { Kind } from "./kind.ts";
import { rowsOf } from "./rows-of.ts";
import type { Sheet } from "./sheet.ts";

export const refundKind: Kind<RefundRow> = {
  kind: "refund",
  code: "r",
  table: refunds,
  permission: "payments:read",
  object: "refund",
  async read(handle, ids) {
    const rows = await rowsOf(handle, refunds, refunds.id, ids);
    const claims = await withPaidBy(handle, rows);
    return claims.map(({ row, paid }) => ({ row, sheet: refundSheet(row, paid) }));
  },
};

/** What a refund is found by; `paid`: who it goes back to, and by what. */
export function refundSheet(row: RefundRow, { facts, texts, personal, has }: ClaimPaidBy): Sheet {
  return {
    id: row.id,
    createdAt: row.createdAt,
    facts: {
      ...facts,
      status: [row.status],
      currency: [row.currency],
      receipt: [row.receiptNumber],
      is: [row.status],
      has: hasOf(row, { ...has, note: row.note, receipt: row.receiptNumber }),
    },
    texts: {
      ...texts,
      other: [row.note, row.receiptNumber, row.reason, row.failureReason, row.destination?.reference],
    },
    personal,
    metadata: row.metadata,
    money: [{ amount: row.amount, currency: row.currency }],
  };
}
