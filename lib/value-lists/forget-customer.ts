import { and, eq, inArray } from "drizzle-orm";
import { listItems } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { emailKey } from "#lib/email-key";
import { defaultLists } from "./default-lists.ts";
import { ownLists } from "./queries.ts";

/**
 * Takes a customer who is being erased off the allow lists and the business's own, by their email and ids. Block lists
 * keep them: they keep out fraud. The history names none of it: it would keep what is to be forgotten.
 */
export async function forgetOnLists(
  tx: Tx,
  { ids, email }: { ids: string[]; email: string | null },
): Promise<void> {
  const { environmentId, list, value } = listItems;
  const keys = [
    ...defaultLists.filter(({ effect }) => effect !== "block").map(({ key }) => key),
    ...(await ownLists(tx)).map((own) => own.id),
  ];
  const values = [...ids, email]
    .filter((known) => known !== null)
    .flatMap((known) => [known, emailKey(known)]);
  await tx.db
    .delete(listItems)
    .where(and(eq(environmentId, tx.environmentId), inArray(list, keys), inArray(value, values)));
}
