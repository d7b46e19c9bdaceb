import { beforeAll, describe, expect, test } from "vitest";
import { refundPayment } from "#lib/refunds/refund-payment";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { aPayment } from "#tests/support/money";

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
  const { id } = await aPayment(world.viewer);
  await refundPayment(world.viewer, { paymentId: id, amount: 1200 });
});

describe.each(["/v1/balance_transactions", "/v1/balance/history"])("%s", (path) => {
  async function typesAt(query: string): Promise<unknown> {
    const answer = await fetch(`${world.url}${path}?${query}`, {
      headers: { Authorization: `Bearer ${world.key}` },
    });
    const { data, url } = (await answer.json()) as { data: { type: string }[]; url: string };
    expect(url).toBe(path);
    return data.map(({ type }) => type);
  }

  test("lists what moved the balance, newest first", async () => {
    expect(await typesAt("")).toEqual(["refund", "charge"]);
  });

  test("keeps to what it is asked for", async () => {
    expect(await typesAt("type=refund")).toEqual(["refund"]);
    expect(await typesAt("currency=usd")).toEqual([]);
    expect(await typesAt("source=ch_unheardof")).toEqual([]);
  });
});
