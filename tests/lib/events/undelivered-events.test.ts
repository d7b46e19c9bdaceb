import { expect, test } from "vitest";
import { transaction } from "#db/transaction";
import { listEvents } from "#lib/events/queries";
import { record } from "#lib/events/record";
import { createEndpoint } from "#lib/webhooks/create-endpoint";
import { aWorld } from "#tests/support/world";

test("an event that did not arrive is found however many of other kinds came after it", async () => {
  const { viewer } = await aWorld();
  await createEndpoint(viewer, { url: "http://127.0.0.1:9/", enabledEvents: ["*"] });
  const happens = (type: string, times: number) =>
    transaction(viewer, async (tx) => {
      for (let time = 0; time < times; time++) await record(tx, type, { id: `it_${time}` });
    });
  await happens("product.created", 2);
  await happens("customer.updated", 2100);

  const wanted = { types: ["product.created"], delivered: false };
  const first = await listEvents(viewer, { limit: 1 }, wanted);
  expect(first).toMatchObject({ rows: [{ type: "product.created" }], hasMore: true });
  const after = { limit: 1, starting_after: first.rows[0]?.id };
  expect(await listEvents(viewer, after, wanted)).toMatchObject({
    rows: [{ type: "product.created" }],
    hasMore: false,
  });
});
