import { findDuplicates } from "#lib/customers/merge/find-duplicates";
import { drawPacket } from "#lib/disputes/packet/draw-packet";
import { sumSpending, sumSpendingOf } from "#lib/figures/sum-spending";
import { readImportRows } from "#lib/imports/read-rows";
import { sumList } from "#lib/lists/sum-list";
import { drawText } from "#lib/pdf/text-pdf";
import { drawStatement } from "#lib/statements/draw-statement";
import { sumActivity } from "#lib/statements/sum-activity";
import { readSearchDocuments } from "#lib/search/index/read-search-documents";

/** Reads too long for the main thread. Each gets a tenant and an input, both plain data, and answers plain data. */
export const tasks = {
  drawPacket,
  drawStatement,
  drawText,
  findDuplicates,
  readImportRows,
  readSearchDocuments,
  sumActivity,
  sumList,
  sumSpending,
  sumSpendingOf,
};

export type Tasks = typeof tasks;
