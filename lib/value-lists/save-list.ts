import { change, insert } from "#db/rows";
import type { ItemType } from "#db/schema/value-lists";
import { valueLists } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { defaultLists } from "./default-lists.ts";
import { findValueList, mostLists, type OwnList, ownLists, toList, type ValueList } from "./queries.ts";

export interface NewListInput {
  alias: string;
  name: string;
  itemType: ItemType;
  metadata?: MetadataPatch;
}

/** Makes a list of the business's own. Needs allow_list:write. */
export function createValueList(viewer: Viewer, { metadata, ...input }: NewListInput): Promise<ValueList> {
  authorize(viewer, "allow_list:write");
  return transaction(viewer, async (tx) => {
    const lists = await ownLists(tx);
    if (lists.length >= mostLists) throw invalid(`There can be ${mostLists} lists. Delete one first.`);
    assertFree(input.alias, lists);
    const list = await insert(tx, valueLists, {
      id: newId("rsl", tx.now),
      createdAt: tx.now,
      ...input,
      metadata: mergeMetadata({}, metadata),
      createdBy: tx.viewer.actor,
    });
    await audit(tx, "value_list.created", { subject: list.id, after: { ...input } });
    return toList(list);
  });
}

/** Renames a list of the business's own; what its items are never changes. Needs allow_list:write. */
export function updateValueList(
  viewer: Viewer,
  id: string,
  { alias, name, metadata }: Partial<Pick<NewListInput, "alias" | "name" | "metadata">>,
): Promise<ValueList> {
  authorize(viewer, "allow_list:write");
  return transaction(viewer, async (tx) => {
    const before = await findOwnList(tx, id);
    const others = (await ownLists(tx)).filter((list) => list.id !== id);
    if (alias !== undefined) assertFree(alias, others);
    const after = await change(tx, valueLists, before, {
      alias: alias ?? before.alias,
      name: name ?? before.name,
      metadata: mergeMetadata(before.metadata, metadata),
    });
    await audit(tx, "value_list.changed", { subject: id, before: facts(before), after: facts(after) });
    return toList(after);
  });
}

/** A list of the business's own, to be changed; those that are always there are not. */
export async function findOwnList(tx: Tx, id: string): Promise<OwnList> {
  const { own, alias } = await findValueList(tx, id);
  if (own) return own;
  throw invalid(`${alias} is always there: it can be filled and emptied, but not changed or deleted.`);
}

function facts({ alias, name }: OwnList) {
  return { alias, name };
}

function assertFree(alias: string, lists: readonly OwnList[]): void {
  if (![...lists, ...defaultLists].some((list) => list.alias === alias)) return;
  const code = "resource_already_exists";
  throw invalid(`A value list with the alias ${alias} already exists.`, { code, param: "alias" });
}
