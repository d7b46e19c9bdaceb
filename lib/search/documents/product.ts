import { products } from "#db/schema/index";
import type { ProductRow } from "#lib/products/wire";
import { hasOf } from "./has-of.ts";
import type { Kind } from "./kind.ts";
import { rowsOf } from "./rows-of.ts";

export const productKind: Kind<ProductRow> = {
  kind: "product",
  code: "d",
  table: products,
  permission: "products:read",
  object: "product",
  async read(handle, ids) {
    const rows = await rowsOf(handle, products, products.id, ids);
    return rows.map((row) => ({
      row,
      sheet: {
        id: row.id,
        createdAt: row.createdAt,
        facts: {
          status: [activity(row)],
          is: [activity(row)],
          type: [row.type],
          has: hasOf(row, { description: row.description }),
        },
        texts: {
          name: [row.name],
          other: [row.description, row.url, row.statementDescriptor, row.unitLabel],
        },
        metadata: row.metadata,
        money: [],
        api: {
          active: row.active,
          description: row.description,
          name: row.name,
          shippable: row.shippable,
          url: row.url,
        },
      },
    }));
  },
};

/** What can no longer be bought is archived. */
export function activity({ active }: { active: boolean }): "active" | "archived" {
  return active ? "active" : "archived";
}
