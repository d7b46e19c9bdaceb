import { sumPayments } from "#lib/payments/list/sum-payments";

/** Reads too long for the main thread. Each gets a tenant and an input, both plain data, and answers plain data. */
export const tasks = { sumPayments };

export type Tasks = typeof tasks;
