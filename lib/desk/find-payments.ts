import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { paths } from "#lib/paths";
import { findPasted } from "#lib/search/find-pasted";
import { type Hit, searchGroup } from "#lib/search/search";

/** What a search at the desk finds: payments, and customers whose payments may be meant. */
export interface DeskFinds {
  payments: Hit[];
  customers: Hit[];
  /** The only payment that was meant, by its id. */
  only: string | null;
  /** The search index is being made anew: what is not found may be there all the same. */
  unready: boolean;
}

const shown = 10;

/**
 * Finds the payment that somebody writes about: by order number, email, last digits, name, amount and date, or any
 * id. Needs refunds:write.
 */
export async function findPayments(viewer: Viewer, text: string): Promise<DeskFinds> {
  authorize(viewer, "refunds:write");
  const pasted = await pastedPayment(viewer, text);
  if (pasted !== null) return { payments: [], customers: [], only: pasted, unready: false };
  const { page } = await searchGroup(viewer, text, { key: "payments", limit: shown });
  const people = await searchGroup(viewer, text, { key: "customers", limit: shown });
  const unready = page.unready === true || people.page.unready === true;
  const [first, second] = page.hits;
  const only = !unready && first && !second && people.page.hits.length <= 1 ? first.id : null;
  return { payments: page.hits, customers: people.page.hits, only, unready };
}

async function pastedPayment(viewer: Viewer, text: string): Promise<string | null> {
  const path = await findPasted(viewer, text);
  const id = path?.split("/").at(-1) ?? "";
  return path !== null && path === paths.payment(viewer, id) ? id : null;
}
