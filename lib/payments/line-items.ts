import { type Page, pageOf, type PageRequest } from "#lib/api/page";
import type { Viewer } from "#lib/auth/viewer";
import { invalid, notFound } from "#lib/errors";
import { getPayment } from "./queries.ts";
import { toLineItems } from "./wire-amount-details.ts";

/** The line items of a payment, in their order, a page at a time. */
export async function lineItemsOf(viewer: Viewer, paymentId: string, request: PageRequest = { limit: 10 }) {
  const { id, amountDetails } = await getPayment(viewer, paymentId);
  const page = pageOfAll(toLineItems(id, amountDetails), request);
  return pageOf(page, `/v1/payment_intents/${id}/amount_details_line_items`, (line) => line);
}

function pageOfAll<Item extends { id: string }>(
  items: Item[],
  { limit, starting_after: after, ending_before: before }: PageRequest,
): Page<Item> {
  if (after !== undefined && before !== undefined) {
    throw invalid("You cannot parameterize both starting_after and ending_before.", {
      param: "ending_before",
    });
  }
  if (before === undefined) {
    const rest = after === undefined ? items : items.slice(indexOf(items, after, "starting_after") + 1);
    return { rows: rest.slice(0, limit), hasMore: rest.length > limit };
  }
  const rest = items.slice(0, indexOf(items, before, "ending_before"));
  return { rows: rest.slice(-limit), hasMore: rest.length > limit };
}

function indexOf(items: { id: string }[], id: string, param: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index < 0) throw notFound("payment_intent_amount_details_line_item", id, param);
  return index;
}
