import type { BulkAct } from "#db/schema/bulk";
import type { Permission } from "#lib/auth/permissions";

export type ActName = BulkAct["act"];

/** What can be done to many rows at once, and the permission that doing it to one needs. */
export const permissionFor = {
  refund: "refunds:write",
  receipt: "receipts:send",
  metadata: "payments:write",
  delete_customer: "customers:delete",
  accept_dispute: "disputes:write",
} as const satisfies Record<ActName, Permission>;

/** By the list whose rows it is done to. */
const acts: Record<string, readonly ActName[]> = {
  payments: ["refund", "receipt", "metadata"],
  customers: ["delete_customer"],
  disputes: ["accept_dispute"],
};

/** What a run can do to the rows of a list. */
export function actsOfList(list: string): readonly ActName[] {
  return acts[list] ?? [];
}

/** Whether a text names something that a run does. */
export function isActName(text: string): text is ActName {
  return Object.hasOwn(permissionFor, text);
}
