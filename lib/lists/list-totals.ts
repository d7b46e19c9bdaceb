import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { inWorker } from "#lib/work/in-worker";
import { listNamed } from "./all.ts";
import { readingOf, type Total } from "./list-source.ts";
import type { QueryParams } from "./read-params.ts";

/** What an address of the list lets pass: how many, and how much of each currency. A second or two for a million. */
export function listTotals(
  viewer: Viewer,
  { list, address }: { list: string; address: QueryParams },
): Promise<Total[]> {
  authorize(viewer, listNamed(list).permission);
  return inWorker(viewer, "sumList", { list, address, reading: readingOf(viewer) });
}
