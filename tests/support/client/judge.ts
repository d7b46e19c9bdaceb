import { expect } from "vitest";
import { filledIn, type Given, type Judged, judged } from "./judged.ts";

type Wire = Record<string, unknown> & { id: string };
interface List extends AsyncIterable<Wire> {
  data: Wire[];
  has_more: boolean;
}
/** One group of calls of a client, of whichever version: what its types say is not the same in all. */
interface Calls {
  create(given: Given): Promise<Wire>;
  retrieve(id: string, given?: Given): Promise<Wire>;
  update(id: string, given: Given): Promise<Wire>;
  list(given: Given): Promise<List> & AsyncIterable<Wire>;
  del(id: string): Promise<Wire>;
}

/** Has a client do with every kind of object what people do with it. `client`: a Stripe of any version. */
export async function judge(client: object): Promise<void> {
  const ids = new Map<string, string>();
  for (const one of judged) {
    const entry = filledIn(one, ids);
    const calls: Calls = Reflect.get(client, entry.node);
    const made = [await calls.create(entry.create), await calls.create(entry.create)] as const;
    ids.set(entry.kind, made[0].id);
    expect(made[0]).toMatchObject({ object: entry.kind });
    await judgeOne(calls, entry, made[0]);
    if (entry.kind !== "payment_method") await judgeLists(calls, entry, made);
    await judgeErrors(calls, entry);
    if (entry.deletes) {
      expect(await calls.del(made[1].id)).toMatchObject({ id: made[1].id, deleted: true });
    }
  }
}

async function judgeOne(calls: Calls, { update, expand, acts, kind }: Judged, { id }: Wire): Promise<void> {
  expect(await calls.retrieve(id)).toMatchObject({ id, object: kind });
  if (update) expect(await calls.update(id, update.given)).toMatchObject({ id, ...update.then });
  if (expand) {
    const whole = await calls.retrieve(id, { expand: [expand] });
    expect(whole[expand]).toMatchObject({ object: expect.any(String) });
  }
  for (const act of acts ?? []) {
    const acting: (id: string) => Promise<Wire> = Reflect.get(calls, act.node).bind(calls);
    expect(await acting(id)).toMatchObject({ id, ...act.then });
  }
}

async function judgeLists(
  calls: Calls,
  { filters = [], undated }: Judged,
  made: readonly [Wire, Wire],
): Promise<void> {
  const [older, newer] = made;
  const first = await calls.list({ limit: 1 });
  expect(first).toMatchObject({ has_more: true, data: [{ id: newer.id }] });
  expect((await calls.list({ limit: 1, starting_after: newer.id })).data[0]?.id).toBe(older.id);
  expect((await calls.list({ limit: 1, ending_before: older.id })).data[0]?.id).toBe(newer.id);
  const recent = undated ? {} : { created: { gte: older.created } };
  expect((await calls.list({ ...recent, limit: 100 })).data.length).toBeGreaterThan(1);
  for (const filter of [{}, ...filters]) {
    const found: string[] = [];
    for await (const { id } of calls.list({ ...filter, limit: 1 })) found.push(id);
    expect(
      found.filter((id) => id === older.id || id === newer.id).length,
      JSON.stringify(filter),
    ).toBeGreaterThan(0);
    expect(new Set(found).size).toBe(found.length);
  }
}

async function judgeErrors(calls: Calls, { kind }: Judged): Promise<void> {
  await expect(calls.retrieve(`${kind}_nobody`)).rejects.toMatchObject({
    type: "StripeInvalidRequestError",
    code: "resource_missing",
    statusCode: 404,
  });
  await expect(calls.create({ nonsense: 1 })).rejects.toMatchObject({
    type: "StripeInvalidRequestError",
    code: "parameter_unknown",
    param: "nonsense",
  });
}
