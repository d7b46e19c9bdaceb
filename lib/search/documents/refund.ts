import { refunds } from "#db/schema/index";
import type { RefundRow } from "#lib/refunds/wire";
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
    return rows.map((row) => ({ row, sheet: refundSheet(row) }));
  },
};

/** What a refund is found by. */
export function refundSheet(row: RefundRow): Sheet {
  return {
    id: row.id,
    createdAt: row.createdAt,
    facts: {
      status: [row.status],
      currency: [row.currency],
      receipt: [row.receiptNumber],
      is: [row.status],
      has: [row.note === null ? null : "note", row.receiptNumber === null ? null : "receipt"],
    },
    texts: {
      other: [row.note, row.receiptNumber, row.reason, row.failureReason, row.destination?.reference],
    },
    metadata: row.metadata,
    money: [{ amount: row.amount, currency: row.currency }],
  };
}
