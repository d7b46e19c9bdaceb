export * from "./accounts.ts";
export * from "./catalog.ts";
export * from "./customers.ts";
export * from "./events.ts";
export * from "./ledger.ts";
export * from "./payments.ts";
export * from "./setup.ts";
export * from "./webhooks.ts";
