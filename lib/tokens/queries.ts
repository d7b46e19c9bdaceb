import { find } from "#db/rows";
import { tokens } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { processor } from "#lib/processors/index";
import { insertCardToken } from "./create-token.ts";
import type { TokenRow } from "./wire.ts";

/** One token. A well-known one such as `tok_visa` makes a new one. */
export async function getToken(viewer: Viewer, id: string): Promise<TokenRow> {
  authorize(viewer, "payments:read");
  const row = await find(await reader(viewer), tokens, id);
  if (row) return row;
  const instrument = id.startsWith("tok_") ? processor().wellKnown(id) : null;
  if (!instrument) throw notFound("token", id, "token");
  return transaction(viewer, (tx) => insertCardToken(tx, instrument));
}
