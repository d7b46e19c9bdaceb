import Database from "better-sqlite3";
import { and } from "drizzle-orm";
import { expect, test } from "vitest";
import { paymentIntents } from "#db/schema/index";
import { reader } from "#db/transaction";
import { type Pin, type Sort, steps } from "#lib/lists/walk";
import { aWorld } from "#tests/support/world";

const { methodType, brand, paymentStatus, amount, last4, customerId, currency } = paymentIntents;
const between = {
  from: { at: 2000, id: "pi_2" },
  until: { at: 1000, id: "pi_1" },
};
const walks: [index: string, pins: Pin[], by?: Sort["column"]][] = [
  ["created", []],
  ["status", [{ column: paymentStatus, value: "failed" }]],
  ["amount", [{ column: amount, value: 1000 }]],
  ["last4", [{ column: last4, value: "4242" }]],
  ["customer", [{ column: customerId, value: "cus_1" }]],
  ["currency", [{ column: currency, value: "usd" }]],
  ["currency_amount", [{ column: currency, value: "usd" }], amount],
  [
    "method",
    [
      { column: methodType, value: "card" },
      { column: brand, value: "visa" },
    ],
  ],
];

for (const direction of ["older", "newer"] as const) {
  test.each(walks)(
    `SQLite walks towards ${direction} rows along the index of %s alone`,
    async (index, pins, by = paymentIntents.createdAt) => {
      const { viewer } = await aWorld();
      const { db } = await reader(viewer);
      const sort = { column: by, order: "descending" as const };
      const within = { from: 500, until: 3000 };
      const stretch = direction === "older" ? between : { from: between.until, until: between.from };
      const walk = steps({ table: paymentIntents, pins, sort, within }, viewer.environmentId, {
        direction,
        ...stretch,
      });
      const query = db
        .select()
        .from(paymentIntents)
        .where(and(...walk.where))
        .orderBy(...walk.orderBy)
        .limit(26);
      const { sql, params } = query.toSQL();
      const file = new Database((process.env.DATABASE_URL ?? "").replace("file:", ""), { readonly: true });
      const plan = file.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...params);
      file.close();
      expect(plan.map(({ detail }) => detail)).toEqual([
        expect.stringMatching(
          new RegExp(`^SEARCH payment_intents USING INDEX payment_intents_${index} .*>.*<`),
        ),
      ]);
    },
  );
}
