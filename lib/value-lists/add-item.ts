import { change, insert } from "#db/rows";
import type { ItemType } from "#db/schema/value-lists";
import { listItems } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { maskListed } from "#lib/discretion/masks";
import { invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { defaultListFor, defaultListOf, type Effect, type Subject } from "./default-lists.ts";
import { readItemValue } from "./item-value.ts";
import { countsByHandAlone } from "./judge-payment.ts";
import { countItems, findValueList, itemOf, type ListItem, type ValueList } from "./queries.ts";

/** What one list holds at most. Source: https://docs.stripe.com/radar/lists */
const mostItems = 50_000;

const auditedAs: Record<ItemType, string> = {
  account: "value",
  card_bin: "iin",
  card_fingerprint: "fingerprint",
  case_sensitive_string: "listed_text",
  country: "value",
  crypto_fingerprint: "fingerprint",
  customer_id: "value",
  email: "email",
  ip_address: "ip_address",
  sepa_debit_fingerprint: "fingerprint",
  string: "listed_text",
  us_bank_account_fingerprint: "fingerprint",
};

/** Puts a value on a list, by the list's id; one that is there is refused. Needs allow_list:write. */
export function addListItem(
  viewer: Viewer,
  { valueList, value }: { valueList: string; value: string },
): Promise<ListItem> {
  authorize(viewer, "allow_list:write");
  return transaction(viewer, async (tx) => {
    const list = await findValueList(tx, valueList, "value_list");
    const written = readItemValue(list.itemType, value);
    const there = await itemOf(tx, list, written);
    if (there && !countsByHandAlone(there)) {
      const code = "resource_already_exists";
      throw invalid("This value is on this list already.", { code, param: "value" });
    }
    if (there) return listByHand(tx, list, there);
    if ((await countItems(tx, list)) >= mostItems) {
      throw invalid(`A list holds ${mostItems} items at most. Take some off first.`, { param: "value_list" });
    }
    return putOnList(tx, list, { value: written });
  });
}

/** The same on a list that is always there. Needs allow_list:write. */
export function addToDefaultList(
  viewer: Viewer,
  { effect, subject, value }: { effect: Effect; subject: Subject; value: string },
): Promise<ListItem> {
  authorize(viewer, "allow_list:write");
  return addListItem(viewer, { valueList: defaultListFor(subject, effect).id, value });
}

type Entry = Pick<ListItem, "value"> & Partial<Pick<ListItem, "brand" | "last4" | "paymentIntentId">>;

type Kept = Pick<ValueList, "key" | "name" | "itemType">;

/**
 * The same inside the transaction that has a reason for it, however much is on the list: what somebody called fraud is
 * kept off always. Once there, an item stays as it is.
 */
export async function putOnList(tx: Tx, list: Kept, entry: Entry): Promise<ListItem> {
  const there = await itemOf(tx, list, entry.value);
  if (there) return there;
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
  const after = { ...auditedItem(item, list), list: list.name, payment: item.paymentIntentId };
  await audit(tx, actionOf(item, "added"), { subject: item.id, after });
  return item;
}

/** Makes an item that a payment listed one that somebody listed: it counts from now on. */
async function listByHand(tx: Tx, list: Kept, there: ListItem): Promise<ListItem> {
  const item = await change(tx, listItems, there, { paymentIntentId: null, createdBy: tx.viewer.actor });
  await audit(tx, actionOf(item, "added"), {
    subject: item.id,
    before: { payment: there.paymentIntentId },
    after: { ...auditedItem(item, list), list: list.name, payment: null },
  });
  return item;
}

/** What the history keeps of it: what says who somebody is only hidden, since a line stays for good. */
export function auditedItem(
  { value }: Pick<ListItem, "value">,
  { itemType }: Pick<ValueList, "itemType">,
): Record<string, string> {
  const name = auditedAs[itemType];
  return { [name]: name === "value" ? value : maskListed(value) };
}

/** What is done to an item, by what its list does. */
export function actionOf({ list }: Pick<ListItem, "list">, done: "added" | "removed") {
  const effect = defaultListOf(list)?.effect;
  return effect === undefined ? (`value_list.${done}` as const) : (`${effect}_list.${done}` as const);
}
