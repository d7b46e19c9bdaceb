import { expect } from "vitest";
import { samples } from "#tests/support/samples";
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
  search(given: Given): Promise<List>;
  del(id: string): Promise<Wire>;
}

/**
 * Has a client do with every kind of object what people do with it. `client`: a Stripe of any version. `filesTo`: the
 * host of one that would send files elsewhere.
 */
export async function judge(client: object, accountId: string, filesTo?: string): Promise<void> {
  const ids = new Map([["account", accountId]]);
  for (const one of judged) {
    const entry = filledIn(one, ids);
    const calls = sendingFilesTo(filesTo, callsOf(client, entry));
    const made = await makeTwo(client, calls, entry, ids);
    await judgeOne(calls, filledIn(entry, ids), made[0]);
    if (!entry.unlisted) await judgeLists(calls, filledIn(one, ids), made);
    await judgeActs(calls, entry, made[0]);
    if (entry.search) await judgeSearch(calls, entry.search, made);
    await judgeErrors(calls, entry);
    if (entry.deletes) {
      expect(await calls.del(made[1].id)).toMatchObject({ id: made[1].id, deleted: true });
    }
  }
  await judgeBalanceSettings(client);
}

/** There is one of them, without an id. */
async function judgeBalanceSettings(client: object): Promise<void> {
  const settings = groupOf(client, "balanceSettings") as {
    retrieve(): Promise<Wire>;
    update(given: Given): Promise<Wire>;
  };
  const daily = { payments: { payouts: { schedule: { interval: "daily" } } } };
  expect(await settings.update(daily)).toMatchObject({ object: "balance_settings", ...daily });
  expect(await settings.retrieve()).toMatchObject(daily);
  await expect(settings.update({ nonsense: 1 })).rejects.toMatchObject({ code: "parameter_unknown" });
}

function sendingFilesTo(host: string | undefined, calls: Calls): Calls {
  if (host === undefined) return calls;
  const create = (given: Given) =>
    "file" in given && typeof given.file === "object"
      ? Reflect.apply(calls.create, calls, [given, { host }])
      : calls.create(given);
  return Object.assign(Object.create(calls), { create });
}

/** Those of an object inside another have longer names, and take the outer one's id first. */
function callsOf(client: object, { node, within, madeBy }: Judged): Calls {
  const group = groupOf(client, node);
  if (madeBy !== undefined) {
    const maker = groupOf(client, madeBy) as Calls;
    return Object.assign(Object.create(group), { create: (given: Given) => maker.create(given) });
  }
  if (!within) return group as Calls;
  const [one, many] = within.node;
  const call =
    (name: string) =>
    (...given: unknown[]) =>
      Reflect.get(group, name).call(group, within.id, ...given);
  return {
    create: call(`create${one}`),
    retrieve: call(`retrieve${one}`),
    update: call(`update${one}`),
    list: call(`list${many}`),
    search: call(`search${many}`),
    del: call(`delete${one}`),
  };
}

function groupOf(client: object, name: string): object {
  return name.split(".").reduce((holder, part) => Reflect.get(holder, part), client);
}

/** The older and the newer one. */
async function makeTwo(
  client: object,
  calls: Calls,
  { kind, id, create, second, comesOf }: Judged,
  ids: Map<string, string>,
): Promise<readonly [Wire, Wire]> {
  const name = kind.replaceAll(".", "_");
  if (!create) {
    const there = await calls.retrieve(String(id));
    return [there, there];
  }
  const given = [withFile(create), { ...withFile(create), ...second }] as const;
  let made: readonly [Wire, Wire];
  if (comesOf) {
    const cause = groupOf(client, comesOf.node) as Calls;
    ids.set(`${name}_from`, (await cause.create(given[0])).id);
    await cause.create(given[1]);
    const [newer, older] = (await calls.list({ limit: 2 })).data;
    if (!newer || !older) throw new Error(`No ${kind} came of it`);
    made = [older, newer];
  } else {
    made = [await calls.create(given[0]), await calls.create(given[1])];
  }
  ids.set(name, made[0].id).set(`${name}_2`, made[1].id);
  expect(made[0]).toMatchObject({ object: kind });
  return made;
}

function withFile(given: Given): Given {
  if (given.file !== "@receipt.pdf") return given;
  return { ...given, file: { data: samples.pdf, name: "receipt.pdf", type: "application/pdf" } };
}

async function judgeOne(calls: Calls, { update, expand, kind }: Judged, { id }: Wire): Promise<void> {
  expect(await calls.retrieve(id)).toMatchObject({ id, object: kind });
  if (update) expect(await calls.update(id, update.given)).toMatchObject({ id, ...update.then });
  if (expand) {
    const whole = await calls.retrieve(id, { expand: [expand] });
    expect(whole[expand]).toMatchObject({ object: expect.any(String) });
  }
}

async function judgeActs(calls: Calls, { acts = [] }: Judged, { id }: Wire): Promise<void> {
  for (const act of acts) {
    const acting: (id: string, given?: Given) => Promise<Wire> = Reflect.get(calls, act.node).bind(calls);
    const acted = acting(id, ...(act.given ? [act.given] : []));
    if ("then" in act) expect(await acted).toMatchObject({ id, ...act.then });
    else await expect(acted).rejects.toMatchObject({ message: expect.stringContaining(act.refused) });
  }
}

async function judgeLists(
  calls: Calls,
  { filters = [], undated, create }: Judged,
  made: readonly [Wire, Wire],
): Promise<void> {
  const [older, newer] = made;
  const first = await calls.list({ limit: 1 });
  expect(first.has_more).toBe(true);
  if (create) {
    expect(first.data[0]?.id).toBe(newer.id);
    expect((await calls.list({ limit: 1, starting_after: newer.id })).data[0]?.id).toBe(older.id);
    expect((await calls.list({ limit: 1, ending_before: older.id })).data[0]?.id).toBe(newer.id);
  }
  const recent = undated ? {} : { created: { gte: older.created } };
  expect((await calls.list({ ...recent, limit: 100 })).data.length).toBeGreaterThan(1);
  for (const filter of create ? [{}, ...filters] : []) {
    const found: string[] = [];
    for await (const { id } of calls.list({ ...filter, limit: 1 })) found.push(id);
    expect(
      found.filter((id) => id === older.id || id === newer.id).length,
      JSON.stringify(filter),
    ).toBeGreaterThan(0);
    expect(new Set(found).size).toBe(found.length);
  }
}

/** Whoever serves the client indexes what changed a little later. */
async function judgeSearch(calls: Calls, query: string, [older, newer]: readonly [Wire, Wire]) {
  const found = async () => (await calls.search({ query, limit: 100 })).data.map(({ id }) => id);
  await expect
    .poll(found, { message: query, timeout: 5000 })
    .toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(`^(${older.id}|${newer.id})$`))]));
}

async function judgeErrors(calls: Calls, { kind, create, comesOf, refused = [] }: Judged): Promise<void> {
  await expect(calls.retrieve(`${kind.replaceAll(".", "_")}_nobody`)).rejects.toMatchObject({
    type: "StripeInvalidRequestError",
    code: "resource_missing",
    statusCode: 404,
  });
  for (const { given, ...told } of refused) {
    await expect(calls.create(given), JSON.stringify(given)).rejects.toMatchObject(told);
  }
  if (!create || comesOf) return;
  // The client itself wants a file where one is sent.
  const file = "file" in create ? withFile({ file: create.file }) : {};
  await expect(calls.create({ ...file, nonsense: 1 })).rejects.toMatchObject({
    type: "StripeInvalidRequestError",
    code: "parameter_unknown",
    param: "nonsense",
  });
}
