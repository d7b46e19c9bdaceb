import { paths } from "#lib/paths";
import { customerKind } from "../documents/customer.ts";
import { indexedGroup } from "./indexed.ts";
import { nameOf } from "#lib/customers/name-of";

export const customerGroup = indexedGroup("customers", customerKind, async (viewer, rows) =>
  rows.map((row) => ({
    id: row.id,
    href: paths.customer(viewer, row.id),
    title: nameOf(row),
    detail: row.email,
    state: null,
    money: null,
    at: row.createdAt,
  })),
);
