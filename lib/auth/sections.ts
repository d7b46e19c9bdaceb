import type { Permission } from "./permissions.ts";

/** What a page of the dashboard asks of who enters it, by the beginning of its address; the longest one counts. */
const sections: [section: string, permission: Permission][] = [
  ["transactions", "payments:read"],
  ["payments", "payments:read"],
  ["customers", "customers:read"],
  ["balances", "balance:read"],
  ["developers/logs", "events:read"],
  ["developers/events", "events:read"],
  ["developers/webhooks", "webhooks:write"],
  ["outbox", "outbox:read"],
  ["settings", "account:read"],
  ["settings/team", "members:read"],
  ["settings/keys", "keys:write"],
];

/** The permission needed to enter a page, of its path behind the environment; null where every member may go. */
export function permissionToEnter(page: string): Permission | null {
  const within = ([section]: (typeof sections)[number]) => page === section || page.startsWith(`${section}/`);
  return sections.findLast(within)?.[1] ?? null;
}
