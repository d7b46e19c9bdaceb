import type Stripe from "stripe";
import type { Page } from "#lib/api/page";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";
import type { Actor } from "#db/schema/payments";
import type { ListItem, ValueList } from "./queries.ts";

type ItemWire = Stripe.Radar.ValueListItem;
type ListWire = Omit<Stripe.Radar.ValueList, "list_items"> & {
  list_items: { object: "list"; data: ItemWire[]; has_more: boolean; url: string };
};

/** Where items of lists are listed. */
export const itemsPath = "/v1/radar/value_list_items";

/** The API's list of values, with the first of its items. */
export function toValueList(
  { id, alias, name, itemType, createdAt, own }: ValueList,
  items: Page<ListItem>,
  environment: ViewedEnvironment,
): ListWire {
  return {
    id,
    object: "radar.value_list",
    alias,
    created: seconds(createdAt),
    created_by: own ? nameOf(own.createdBy) : "Comptoir",
    item_type: itemType,
    list_items: {
      object: "list",
      data: items.rows.map((item) => toValueListItem(item, id, environment)),
      has_more: items.hasMore,
      url: `${itemsPath}?value_list=${id}`,
    },
    livemode: environment.kind === "live",
    metadata: own?.metadata ?? {},
    name,
  };
}

/** The API's item of a list of values, by the list's id. */
export function toValueListItem(item: ListItem, listId: string, environment: ViewedEnvironment): ItemWire {
  return {
    id: item.id,
    object: "radar.value_list_item",
    created: seconds(item.createdAt),
    created_by: nameOf(item.createdBy),
    livemode: environment.kind === "live",
    value: item.value,
    value_list: listId,
  };
}

function nameOf({ name, id }: Actor): string {
  return name ?? id ?? "Comptoir";
}
