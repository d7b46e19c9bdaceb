import { expect, test } from "vitest";
import { createProduct } from "#lib/products/create-product";
import { productList } from "#lib/products/product-list";
import { eventList } from "#lib/events/list/event-list";
import { anyList } from "#lib/lists/any-list";
import { keyText, readKey } from "#lib/lists/key";
import { readingOf, readQuery } from "#lib/lists/list-source";
import { requestList } from "#lib/request-log/request-list";
import { aWorld } from "#tests/support/world";

test.each(["pi_3R", "25-off", "v1.2", "été 2026", "a/b?c=d&e", "x".repeat(255)])(
  "where %s stands is read as it was written",
  (id) => {
    for (const at of [-5, 0, 1795370880000]) expect(readKey(keyText({ at, id }))).toEqual({ at, id });
  },
);

test.each(["", "5", "5.", ".pi_1", "five.pi_1", "5.a\u0000b", `5.${"x".repeat(256)}`])(
  "%j is no place in a list",
  (text) => {
    expect(readKey(text)).toBeNull();
  },
);

test("a list goes on behind a product whose id is its owner's own", async () => {
  const { viewer } = await aWorld();
  const ids = ["soap-large", "soap.small", "savon d'Alep"];
  for (const id of ids) await createProduct(viewer, { id, name: id });
  const { query } = readQuery(productList, {}, readingOf(viewer));
  const seen: string[] = [];
  let from = null;
  do {
    const { rows, older } = await productList.page(viewer, query, { direction: "older", from, size: 1 });
    seen.push(...rows.map(({ id }) => id));
    from = older && readKey(keyText(older));
  } while (from);
  expect(seen.toSorted()).toEqual(ids.toSorted());
});

test.each([anyList(eventList), anyList(requestList)])(
  "what happened to such a product is listed",
  async (list) => {
    const { viewer } = await aWorld();
    const words = list.words({ object: "savon d'Alep" }, readingOf(viewer));
    expect(new URLSearchParams(words).get("object")).toBe("savon d'Alep");
  },
);
