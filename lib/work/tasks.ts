import { sumPayments } from "#lib/payments/list/sum-payments";
import { readSearchDocuments } from "#lib/search/index/read-search-documents";

/** Reads too long for the main thread. Each gets a tenant and an input, both plain data, and answers plain data. */
export const tasks = { readSearchDocuments, sumPayments };

export type Tasks = typeof tasks;
