import { charges, disputes, refunds } from "#db/schema/index";
import type { SearchedKind } from "#db/schema/search";
import { globalReader, globalTransaction, reader } from "#db/transaction";
import { readDocuments } from "../documents/document-of.ts";
import { rowsOf } from "../documents/rows-of.ts";
import { dropDocuments } from "./drop-documents.ts";
import { grouped, type Subject } from "./subjects.ts";
import { writeDocuments } from "./write-documents.ts";

/** How many documents are written in one transaction. */
const documentsPerTransaction = 32;

/** Indexes objects, and what hangs on them, as they are now, whatever they were when they changed. */
export async function indexSubjects(subjects: readonly Subject[]): Promise<void> {
  for (const { environmentId, kind, ids } of grouped([...subjects, ...(await hangingOn(subjects))])) {
    for (let start = 0; start < ids.length; start += documentsPerTransaction) {
      const some = ids.slice(start, start + documentsPerTransaction);
      const documents = await readDocuments(await reader({ environmentId, now: Date.now }), kind, some);
      const there = new Set(documents.map(({ objectId }) => objectId));
      const gone = some.filter((id) => !there.has(id));
      await globalTransaction(async (db) => {
        const handle = { ...(await globalReader()), db };
        await writeDocuments(handle, documents);
        await dropDocuments(handle, { environmentId, kind, ids: gone });
      });
    }
  }
}

/** What changes with a payment: a refund's event names it, and a refund is found by who had paid. */
async function hangingOn(subjects: readonly Subject[]): Promise<Subject[]> {
  const found: Subject[] = [];
  for (const { environmentId, kind, ids } of grouped(subjects)) {
    if (kind !== "payment") continue;
    const handle = await reader({ environmentId, now: Date.now });
    const add = (name: SearchedKind, rows: readonly { id: string }[]) =>
      found.push(...rows.map(({ id }) => ({ environmentId, kind: name, objectId: id })));
    add("charge", await rowsOf(handle, charges, charges.paymentIntentId, ids));
    add("refund", await rowsOf(handle, refunds, refunds.paymentIntentId, ids));
    add("dispute", await rowsOf(handle, disputes, disputes.paymentIntentId, ids));
  }
  return found;
}
