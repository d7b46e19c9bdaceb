import type { BulkAct } from "#db/schema/bulk";
import type { Permission } from "#lib/auth/permissions";

export type ActName = BulkAct["act"];

/** What can be done to many payments at once, and the permission that doing it to one needs. */
export const permissionFor = {
  refund: "refunds:write",
  receipt: "receipts:send",
  metadata: "payments:write",
} as const satisfies Record<ActName, Permission>;

export const actNames = ["refund", "receipt", "metadata"] as const satisfies readonly ActName[];
