import type { GuestKind } from "#db/schema/customer-figures";
import { guests } from "#db/schema/index";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both, type Filter } from "#lib/lists/filters/filter";
import type { Order } from "#lib/lists/key";
import type { QueryOf } from "#lib/lists/list-source";
import { oneOf } from "#lib/lists/read-params";
import { creationSorts } from "#lib/lists/sorts";
import { tableSource } from "#lib/lists/table-source";
import { wholeRows } from "#lib/lists/whole-rows";
import { paths } from "#lib/paths";
import { type GuestRow, guestKinds } from "../figures/contribution.ts";
import { bySpend } from "../list/by-spend.ts";

/** What guests have in common: there is always one thing, and the address says so, for files that hold any. */
const kindFilter: Filter<{ kind: GuestKind }> = {
  params: ["by"],
  read: ({ one }) => ({ kind: one("by", oneOf(guestKinds)) ?? "card" }),
  write: ({ kind }) => ({ by: kind }),
  conditions: ({ kind }) => [{ column: guests.kind, among: [kind], indexed: true }],
};

const byCreation = creationSorts(guests);

function alongSpend(order: Order) {
  return { column: guests.spend, behind: guests.kind, order, of: ({ spend }: GuestRow) => spend };
}

const source = tableSource({
  name: "guests",
  permission: "customers:read",
  path: paths.guests,
  table: guests,
  kinds: kindFilter.params,
  filters: both(kindFilter, daysFilter(guests.createdAt)),
  sorts: { ...byCreation, largest: alongSpend("descending"), smallest: alongSpend("ascending") },
  select: wholeRows(guests),
  money: { amount: guests.spend },
});

/** Who paid without being a customer, by their first payment. */
export const guestList = bySpend(source, Object.keys(byCreation));

export type GuestQuery = QueryOf<typeof guestList>;
