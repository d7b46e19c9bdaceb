import { environments } from "./accounts.ts";
import {
  bool,
  environmentId,
  id,
  index,
  json,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from "./columns.ts";

/** Whether a method is offered; "none": as it usually is. */
export type MethodPreference = "none" | "off" | "on";

/** Which payment methods are offered where a payment leaves them to the account. */
export const methodConfigurations = table(
  "method_configurations",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    name: text().notNull(),
    active: bool().notNull(),
    isDefault: bool().notNull(),
    /** By type of payment method; what is not in it is as it usually is. */
    preferences: json<Record<string, MethodPreference>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("method_configurations_created").on(t.environmentId, t.createdAt, t.id),
    index("method_configurations_default").on(t.environmentId, t.isDefault),
  ],
);

/** Where wallets and other methods are shown on somebody's site. */
export const methodDomains = table(
  "method_domains",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    domainName: text().notNull(),
    enabled: bool().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("method_domains_created").on(t.environmentId, t.createdAt, t.id),
    uniqueIndex("method_domains_name").on(t.environmentId, t.domainName),
  ],
);
