import { charges, disputes } from "#db/schema/index";
import type { DisputeRow } from "#lib/disputes/wire";
import type { ChargeRow } from "#lib/payments/wire";
import type { Kind } from "./kind.ts";
import { methodFactsOf } from "./method-facts.ts";
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
    const disputed = rows.map(({ chargeId }) => chargeId);
    const byId = new Map(
      (await rowsOf(handle, charges, charges.id, disputed)).map((charge) => [charge.id, charge]),
    );
    return rows.map((row) => ({ row, sheet: disputeSheet(row, byId.get(row.chargeId)) }));
  },
};

/** What a dispute is found by: what the bank says of it, and the card. Whose card it is, its payment knows. */
export function disputeSheet(row: DisputeRow, charge: ChargeRow | undefined): Sheet {
  const method = charge && methodFactsOf(charge);
  return {
    id: row.id,
    createdAt: row.createdAt,
    facts: {
      status: [row.status],
      currency: [row.currency],
      brand: [method?.brand],
      type: [method?.type],
      last4: [method?.last4],
      country: [method?.country],
      is: [row.status, row.caseType],
      has: [Object.keys(row.evidence).length > 0 ? "evidence" : null],
    },
    texts: {
      other: [
        row.reason,
        row.reason.replaceAll("_", " "),
        row.network,
        row.networkReasonCode,
        row.chargeId,
        row.paymentIntentId,
      ],
      last4: [method?.last4],
      brand: [method?.brand],
    },
    personal: ["last4"],
    metadata: row.metadata,
    money: [{ amount: row.amount, currency: row.currency }],
  };
}
