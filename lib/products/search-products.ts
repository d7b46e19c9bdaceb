import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { productKind } from "#lib/search/documents/product";
import { find } from "#lib/search/find";
import { readQuery } from "#lib/search/query/read-query";
import { wantedBy } from "#lib/search/query/wanted";
import type { ProductRow } from "./wire.ts";

const longest = 500;

export interface FoundProducts {
  rows: ProductRow[];
  /** Where older ones begin; null when these are all. */
  next: number | null;
}

/** Products that fit what was typed, newest first. `before`: where the page before it ended. */
export async function searchProducts(
  viewer: Viewer,
  { text, active }: { text: string; active?: boolean | undefined },
  place: { limit: number; before?: number | undefined },
): Promise<FoundProducts> {
  authorize(viewer, "products:read");
  const { locale, timeZone } = viewer;
  const query = readQuery(text.slice(0, longest), { locale, timeZone, now: viewer.now() });
  const wanted = wantedBy(viewer, query, productKind);
  const fits: typeof wanted.fits = (entry) =>
    wanted.fits(entry) && (active === undefined || entry.sheet.api?.active === active);
  const { found, next } = await find(await reader(viewer), productKind, { ...wanted, fits }, place);
  return { rows: found.map(({ row }) => row), next };
}
