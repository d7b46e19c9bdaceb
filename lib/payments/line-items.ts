import { pageOf, pageOfFixed, type PageRequest } from "#lib/api/page";
import type { Viewer } from "#lib/auth/viewer";
import { getPayment } from "./queries.ts";
import { toLineItems } from "./wire-amount-details.ts";

const kind = "payment_intent_amount_details_line_item";

/** The line items of a payment, in their order, a page at a time. */
export async function lineItemsOf(viewer: Viewer, paymentId: string, request: PageRequest = { limit: 10 }) {
  const { id, amountDetails } = await getPayment(viewer, paymentId);
  const page = pageOfFixed(toLineItems(id, amountDetails), request, { idOf: (line) => line.id, kind });
  return pageOf(page, `/v1/payment_intents/${id}/amount_details_line_items`, (line) => line);
}
