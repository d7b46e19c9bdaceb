import { sumSpending } from "#lib/figures/sum-spending";
import { sumList } from "#lib/lists/sum-list";
import { readSearchDocuments } from "#lib/search/index/read-search-documents";

/** Reads too long for the main thread. Each gets a tenant and an input, both plain data, and answers plain data. */
export const tasks = { readSearchDocuments, sumList, sumSpending };

export type Tasks = typeof tasks;
