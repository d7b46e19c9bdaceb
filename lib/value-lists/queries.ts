import { and, count, desc, eq, sql } from "drizzle-orm";
import { find } from "#db/rows";
import type { ItemType } from "#db/schema/value-lists";
import { environments, listItems, valueLists } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, pageOfFixed, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { defaultListOf, defaultLists } from "./default-lists.ts";
import { writtenAs } from "./item-value.ts";

export type OwnList = typeof valueLists.$inferSelect;
export type ListItem = typeof listItems.$inferSelect;

/** A list: one that is always there, or one that a business made for itself. */
export interface ValueList {
  id: string;
  /** What its items are kept under. */
  key: string;
  alias: string;
  name: string;
  itemType: ItemType;
  createdAt: number;
  /** Null for one that is always there. */
  own: OwnList | null;
}

/** Lists of its own that an environment has at most: they are always read together. */
export const mostLists = 200;

/** One list. Throws a 404 for what is not this environment's. Needs radar:read. */
export async function getValueList(viewer: Viewer, id: string): Promise<ValueList> {
  authorize(viewer, "radar:read");
  return findValueList(await reader(viewer), id);
}

/** As `getValueList`, for commands: inside their transaction, authorized by them. `param`: what named it. */
export async function findValueList(handle: Handle, id: string, param = "id"): Promise<ValueList> {
  if (defaultLists.some((list) => list.id === id)) {
    const given = (await alwaysThere(handle)).find((list) => list.id === id);
    if (given) return given;
  }
  const own = await find(handle, valueLists, id);
  if (!own) throw notFound("value list", id, param);
  return toList(own);
}

/** The list that an item is on. */
export function listOf(handle: Handle, { list }: Pick<ListItem, "list">): Promise<ValueList> {
  return findValueList(handle, defaultListOf(list)?.id ?? list);
}

/** What a list endpoint may ask of the lists. */
interface Asked {
  alias?: string;
  /** Only lists that hold this value. */
  contains?: string;
}

/** A page of lists, newest first, those that are always there last. Needs radar:read. */
export async function listValueLists(
  viewer: Viewer,
  request: PageRequest,
  { alias, contains }: Asked = {},
): Promise<Page<ValueList>> {
  authorize(viewer, "radar:read");
  const handle = await reader(viewer);
  const { from = 0, until = Infinity } = request.created ?? {};
  const all = [...(await ownLists(handle)).map(toList), ...(await alwaysThere(handle))];
  const asked = all.filter(
    (list) =>
      (alias === undefined || list.alias === alias) && list.createdAt >= from && list.createdAt < until,
  );
  const lists = contains === undefined ? asked : await holding(handle, asked, contains);
  return pageOfFixed(lists, request, { idOf: ({ id }) => id, kind: "value list" });
}

/** One of the business's own lists, in the form that the default ones have too. */
export function toList(own: OwnList): ValueList {
  const { id, alias, name, itemType, createdAt } = own;
  return { id, key: id, alias, name, itemType, createdAt, own };
}

/** The default lists, as old as their environment. */
async function alwaysThere({ db, environmentId }: Handle): Promise<ValueList[]> {
  const [environment] = await db
    .select({ createdAt: environments.createdAt })
    .from(environments)
    .where(eq(environments.id, environmentId));
  return defaultLists.map(({ id, key, alias, name, itemType }) => ({
    ...{ id, key, alias, name, itemType },
    createdAt: environment?.createdAt ?? 0,
    own: null,
  }));
}

/** All of them, newest first. */
export async function ownLists({ db, environmentId }: Handle): Promise<OwnList[]> {
  return db
    .select()
    .from(valueLists)
    .where(eq(valueLists.environmentId, environmentId))
    .orderBy(desc(valueLists.createdAt), desc(valueLists.id))
    .limit(mostLists);
}

async function holding(handle: Handle, lists: ValueList[], value: string): Promise<ValueList[]> {
  const held: ValueList[] = [];
  for (const list of lists) {
    if (await itemOf(handle, list, writtenAs(list.itemType, value))) held.push(list);
  }
  return held;
}

/** The item of a list with this value, as lists write it. */
export async function itemOf(
  { db, environmentId }: Handle,
  { key }: Pick<ValueList, "key">,
  value: string,
): Promise<ListItem | undefined> {
  const [item] = await db
    .select()
    .from(listItems)
    .where(
      and(eq(listItems.environmentId, environmentId), eq(listItems.list, key), eq(listItems.value, value)),
    );
  return item;
}

/** How many items are on a list. */
export async function countItems(
  { db, environmentId }: Handle,
  { key }: Pick<ValueList, "key">,
): Promise<number> {
  const [counted] = await db
    .select({ items: count() })
    .from(listItems)
    .where(and(eq(listItems.environmentId, environmentId), eq(listItems.list, key)));
  return counted?.items ?? 0;
}

/** What is on a list. Throws a 404 for what is not this environment's. Needs radar:read. */
export async function getListItem(viewer: Viewer, id: string): Promise<ListItem> {
  authorize(viewer, "radar:read");
  return findListItem(await reader(viewer), id);
}

/** What is on a list, with the list's name where it is the business's own. As `getListItem`. */
export async function getListedEntry(
  viewer: Viewer,
  id: string,
): Promise<ListItem & { ownName: string | null }> {
  const item = await getListItem(viewer, id);
  const own = await find(await reader(viewer), valueLists, item.list);
  return { ...item, ownName: own?.name ?? null };
}

/** As `getListItem`, for commands: inside their transaction, authorized by them. */
export async function findListItem(handle: Handle, id: string): Promise<ListItem> {
  const item = await find(handle, listItems, id);
  if (!item) throw notFound("value list item", id);
  return item;
}

/** A page of what is on a list, newest first; `like`: what their values hold. Needs radar:read. */
export async function listListItems(
  viewer: Viewer,
  { key: list }: Pick<ValueList, "key">,
  request: PageRequest,
  like?: string,
): Promise<Page<ListItem>> {
  authorize(viewer, "radar:read");
  return pageRows(viewer, {
    table: listItems,
    kind: "value list item",
    request,
    filters: { list },
    ...(like !== undefined && { also: holds(like) }),
  });
}

function holds(text: string) {
  const like = `%${text.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const condition = sql`lower(${listItems.value}) like ${sql.placeholder("like")} escape '\\'`;
  return { key: "value like", condition, values: { like } };
}
