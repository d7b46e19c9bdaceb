import { insert } from "#db/rows";
import { listItems } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { defaultListFor, defaultListOf, type Effect, type Subject } from "./default-lists.ts";
import { readItemValue } from "./item-value.ts";
import { countItems, findValueList, itemOf, type ListItem, type ValueList } from "./queries.ts";

/** What one list holds at most. Source: https://docs.stripe.com/radar/lists */
const mostItems = 50_000;

/** Puts a value on a list, by the list's id; one that is there is refused. Needs allow_list:write. */
export function addListItem(
  viewer: Viewer,
  { valueList, value }: { valueList: string; value: string },
): Promise<ListItem> {
  authorize(viewer, "allow_list:write");
  return transaction(viewer, async (tx) => {
    const list = await findValueList(tx, valueList, "value_list");
    const written = readItemValue(list.itemType, value);
    if (await itemOf(tx, list, written)) {
      const code = "resource_already_exists";
      throw invalid(`${value} is on this list already.`, { code, param: "value" });
    }
    return putOnList(tx, list, { value: written });
  });
}

/** The same on a list that is always there. Needs allow_list:write. */
export function addToDefaultList(
  viewer: Viewer,
  { effect, subject, value }: { effect: Effect; subject: Subject; value: string },
): Promise<ListItem> {
  return addListItem(viewer, { valueList: defaultListFor(subject, effect).id, value });
}

type Entry = Pick<ListItem, "value"> & Partial<Pick<ListItem, "brand" | "last4" | "paymentIntentId">>;

/** The same inside the transaction that has a reason for it. Once there, an item stays as it is. */
export async function putOnList(
  tx: Tx,
  list: Pick<ValueList, "key" | "name">,
  entry: Entry,
): Promise<ListItem> {
  const there = await itemOf(tx, list, entry.value);
  if (there) return there;
  if ((await countItems(tx, list)) >= mostItems) {
    throw invalid(`A list holds ${mostItems} items at most. Take some off first.`, { param: "value_list" });
  }
  const item = await insert(tx, listItems, {
    id: newId("rsli", tx.now),
    createdAt: tx.now,
    list: list.key,
    brand: null,
    last4: null,
    paymentIntentId: null,
    createdBy: tx.viewer.actor,
    ...entry,
  });
  const after = { ...auditedItem(item), list: list.name, payment: item.paymentIntentId };
  await audit(tx, actionOf(item, "added"), { subject: item.id, after });
  return item;
}

/** What the history keeps of it, under names that say what is personal. */
export function auditedItem({ list, value }: Pick<ListItem, "list" | "value">): Record<string, string> {
  const subject = defaultListOf(list)?.subject;
  if (subject === "email") return { email: value };
  return subject === "card_fingerprint" ? { fingerprint: value } : { value };
}

/** What is done to an item, by what its list does. */
export function actionOf({ list }: Pick<ListItem, "list">, done: "added" | "removed") {
  const effect = defaultListOf(list)?.effect;
  return effect === undefined ? (`value_list.${done}` as const) : (`${effect}_list.${done}` as const);
}
