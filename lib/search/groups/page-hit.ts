import type { Hit } from "./group.ts";

/** A page of the dashboard as something found. */
export function pageHit(id: string, href: string, title: string, detail: string | null): Hit {
  return { id, href, title, detail, state: null, money: null, at: null };
}
