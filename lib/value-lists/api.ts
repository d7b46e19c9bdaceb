import { del, get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import { assertSees, sees } from "#lib/api/sees";
import type { Viewer } from "#lib/auth/viewer";
import { addListItem } from "./add-item.ts";
import { defaultListOf } from "./default-lists.ts";
import { deleteValueList } from "./delete-list.ts";
import {
  createItemParams,
  createListParams,
  listItemsParams,
  updateListParams,
  valueListsParams,
} from "./params.ts";
import {
  getListItem,
  getValueList,
  listListItems,
  listValueLists,
  type ListItem,
  type ValueList,
} from "./queries.ts";
import { removeListItem } from "./remove-item.ts";
import { createValueList, updateValueList } from "./save-list.ts";
import { itemsPath, toValueList, toValueListItem } from "./wire.ts";

const listsPath = "/v1/radar/value_lists";
const read = "radar:read" as const;
const write = "allow_list:write" as const;

const itemKind = "radar.value_list_item";

/** As many of its items as a list shows by itself. */
const shown = 10;

/** A list with its first items; whose key does not open items learns that there are some, and none of them. */
async function listWire(viewer: Viewer, found: ValueList) {
  const items = await listListItems(viewer, found, { limit: shown });
  const open = sees(viewer, itemKind) ? items : { rows: [], hasMore: items.rows.length > 0 };
  return toValueList(found, open, viewer.environment);
}
const itemWire = (viewer: Viewer, item: ListItem) =>
  toValueListItem(item, defaultListOf(item.list)?.id ?? item.list, viewer.environment);
const loadList = async (viewer: Viewer, id: string) => listWire(viewer, await getValueList(viewer, id));
const loadItem = async (viewer: Viewer, id: string) => itemWire(viewer, await getListItem(viewer, id));

export const valueListResource = resource(
  "radar.value_list",
  {
    create: post(
      listsPath,
      { permission: write, params: createListParams },
      async (viewer, { item_type: itemType, ...given }) =>
        listWire(viewer, await createValueList(viewer, { itemType, ...given })),
    ),
    retrieve: get(`${listsPath}/:id`, { permission: read }, (viewer, { id }) => loadList(viewer, id)),
    update: post(
      `${listsPath}/:id`,
      { permission: write, params: updateListParams },
      async (viewer, { id, ...patch }) => listWire(viewer, await updateValueList(viewer, id, patch)),
    ),
    delete: del(`${listsPath}/:id`, { permission: write }, async (viewer, { id }) => {
      await deleteValueList(viewer, id);
      return { id, object: "radar.value_list", deleted: true };
    }),
    list: list(listsPath, { permission: read, params: valueListsParams }, async (viewer, request) => {
      if (request.contains !== undefined) assertSees(viewer, itemKind);
      const { rows, hasMore } = await listValueLists(viewer, request, request);
      const lists = await Promise.all(rows.map((row) => listWire(viewer, row)));
      return pageOf({ rows: lists, hasMore }, listsPath, (row) => row);
    }),
  },
  { prefixes: ["rsl"], load: loadList },
);

export const valueListItemResource = resource(
  itemKind,
  {
    create: post(
      itemsPath,
      { permission: write, params: createItemParams },
      async (viewer, { value, value_list: valueList }) =>
        itemWire(viewer, await addListItem(viewer, { value, valueList })),
    ),
    retrieve: get(`${itemsPath}/:id`, { permission: read }, (viewer, { id }) => loadItem(viewer, id)),
    delete: del(`${itemsPath}/:id`, { permission: write }, async (viewer, { id }) => {
      await removeListItem(viewer, id);
      return { id, object: "radar.value_list_item", deleted: true };
    }),
    list: list(
      itemsPath,
      { permission: read, params: listItemsParams },
      async (viewer, { value, value_list: id, ...request }) => {
        const found = await getValueList(viewer, id);
        const page = await listListItems(viewer, found, request, value);
        return pageOf(page, itemsPath, (item) => itemWire(viewer, item));
      },
    ),
  },
  { prefixes: ["rsli"], load: loadItem },
);
