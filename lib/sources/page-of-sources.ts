import { pageOf, type PageRequest } from "#lib/api/page";
import type { Viewer } from "#lib/auth/viewer";
import { listCustomerSources, type SourceObject } from "./queries.ts";
import { toCustomerSource } from "./wire.ts";

/** A customer's cards, bank accounts and sources as the API lists them, under the path it was asked by. */
export async function pageOfSources(
  viewer: Viewer,
  { object, ...request }: PageRequest & { object?: SourceObject | undefined },
  customerId: string,
  under = "sources",
) {
  const page = await listCustomerSources(viewer, request, { customerId, object });
  const url = `/v1/customers/${customerId}/${under}`;
  return pageOf(page, url, (row) => toCustomerSource(row, viewer.environment));
}
