import { find } from "#db/rows";
import { refundApprovalLines } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import { notFound } from "#lib/errors";
import type { ApprovalLine } from "./reserve.ts";

/** One refund of an approval; another tenant's is not found. */
export async function findLine(handle: Handle, id: string): Promise<ApprovalLine> {
  const line = await find(handle, refundApprovalLines, id);
  if (!line) throw notFound("refund_approval_line", id);
  return line;
}
