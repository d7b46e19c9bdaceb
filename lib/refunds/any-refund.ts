import { cashReturns, refunds } from "#db/schema/index";
import { mergedPage, type Page, type PageRequest, pageRows } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { cancelCashReturn, expireReturnNow } from "#lib/cash/cancel-return";
import { returnCash } from "#lib/cash/return-cash";
import { type CashReturnRow, toRefundOfCash } from "#lib/cash/return-wire";
import { getCashReturn, updateCashReturn } from "#lib/cash/returns";
import type { MetadataPatch } from "#lib/metadata";
import { cancelRefund, tooLate } from "./cancel-refund.ts";
import { toRefundInput, type RefundParams } from "./params.ts";
import { getRefund } from "./queries.ts";
import { refundOrRelease } from "./refund-or-release.ts";
import { updateRefund } from "./update-refund.ts";
import { type RefundRow, toRefund } from "./wire.ts";

/** A refund of a payment or of a customer's cash balance: the API has one name for both. */
export type AnyRefund = RefundRow | CashReturnRow;

/** The API's refund, of either kind. */
export function toAnyRefund(row: AnyRefund) {
  return "chargeId" in row ? toRefund(row) : toRefundOfCash(row);
}

/** Refunds what the API's parameters name. */
export function createAnyRefund(viewer: Viewer, given: RefundParams): Promise<AnyRefund> {
  const input = toRefundInput(given);
  return "customerId" in input ? returnCash(viewer, input) : refundOrRelease(viewer, input);
}

/** One refund of either kind, or a 404. */
export async function getAnyRefund(viewer: Viewer, id: string): Promise<AnyRefund> {
  return (await getCashReturn(viewer, id)) ?? getRefund(viewer, id);
}

/** Changes the metadata of one of either kind. */
export async function updateAnyRefund(
  viewer: Viewer,
  id: string,
  metadata: MetadataPatch | undefined,
): Promise<AnyRefund> {
  return (await updateCashReturn(viewer, id, metadata)) ?? updateRefund(viewer, id, metadata);
}

/** Takes a refund back, where that can still be done. */
export async function cancelAnyRefund(viewer: Viewer, id: string): Promise<AnyRefund> {
  authorize(viewer, "refunds:write");
  return (await getCashReturn(viewer, id)) ? cancelCashReturn(viewer, id) : cancelRefund(viewer, id);
}

/** Lets a refund expire whose customer was asked for their bank account; one of a payment never waits for that. */
export async function expireAnyRefund(viewer: Viewer, id: string): Promise<AnyRefund> {
  authorize(viewer, "refunds:write");
  if (await getCashReturn(viewer, id)) return expireReturnNow(viewer, id);
  throw tooLate(await getRefund(viewer, id), "expired");
}

/** Refunds of both kinds, newest first; of a charge or payment only its own. */
export async function listAnyRefunds(
  viewer: Viewer,
  request: PageRequest,
  filters: { chargeId?: string; paymentIntentId?: string },
): Promise<Page<AnyRefund>> {
  authorize(viewer, "payments:read");
  const asked = { kind: "refund", request };
  const ofPayments = await pageRows(viewer, { ...asked, table: refunds, cursorsIn: cashReturns, filters });
  if (Object.values(filters).some((filter) => filter !== undefined)) return ofPayments;
  const ofCash = await pageRows(viewer, { ...asked, table: cashReturns, cursorsIn: refunds });
  return mergedPage(request, ofPayments, ofCash);
}
