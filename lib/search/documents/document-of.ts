import type { Handle } from "#db/transaction";
import type { SearchedKind } from "#db/schema/search";
import type { IndexedDocument } from "../index/write-documents.ts";
import type { Entry, Kind } from "./kind.ts";
import { kindOf } from "./kinds.ts";
import { digestOf, termsOf } from "./terms-of.ts";

/** The index's form of an object. */
export function documentOf(
  { kind, code }: Kind,
  environmentId: number,
  { sheet, gone }: Pick<Entry, "sheet" | "gone">,
): IndexedDocument {
  const terms = gone ? [] : termsOf(sheet, kind, { environmentId, code });
  return {
    environmentId,
    kind,
    objectId: sheet.id,
    createdAt: sheet.createdAt,
    terms,
    digest: gone ? "" : digestOf(terms),
  };
}

/** The documents of objects as they are now; of those that have a row. */
export async function readDocuments(
  handle: Handle,
  name: SearchedKind,
  ids: readonly string[],
): Promise<IndexedDocument[]> {
  const kind = kindOf(name);
  const found = await kind.read(handle, ids);
  return found.map((entry) => documentOf(kind, handle.environmentId, entry));
}
