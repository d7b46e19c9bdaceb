import type { Viewer } from "#lib/auth/viewer";
import { type Key, keyText } from "#lib/lists/key";
import { paths } from "#lib/paths";
import { type PaymentQuery, paymentQueryParams } from "#lib/payments/list/payment-query";

/** A change of page: the rows after a key are older, those before it newer. */
export type Turn = { after: Key } | { before: Key };

/** The address of the list with these filters, at this page. */
export function listAddress(viewer: Viewer, query: PaymentQuery, turn?: Turn): string {
  const params = paymentQueryParams(query);
  if (turn) {
    const [name, key] =
      "after" in turn ? (["after", turn.after] as const) : (["before", turn.before] as const);
    params.set(name, keyText(key));
  }
  return params.size === 0 ? paths.transactions(viewer) : `${paths.transactions(viewer)}?${params}`;
}
