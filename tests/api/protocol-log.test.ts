import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { concealRows } from "#lib/discretion/conceal-rows";
import { pruneRequests } from "#lib/request-log/prune";
import { eventsOfRequest } from "#lib/events/events-of-request";
import { eventsOfObject } from "#lib/events/queries";
import type { Direction, Key } from "#lib/lists/key";
import { listRequests } from "#lib/request-log/list-requests";
import { getRequest, objectsOfRequest, requestsAbout, type RequestSummary } from "#lib/request-log/queries";
import { flush, logRequest } from "#lib/request-log/write";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { rawRequest } from "#tests/support/raw-request";

let world: ApiWorld;

beforeAll(async () => {
  world = await anApiWorld();
});

const post = (path: string, body: string, headers = {}) =>
  rawRequest(world, {
    method: "POST",
    path,
    body,
    headers: { Authorization: `Bearer ${world.key}`, ...headers },
  });
const get = (path: string) => rawRequest(world, { path, headers: { Authorization: `Bearer ${world.key}` } });
const requestId = (answer: { headers: Record<string, unknown> }) => String(answer.headers["request-id"]);

describe("a call", () => {
  test("is kept with what was sent and answered", async () => {
    const answer = await post("/v1/customers", "name=Ada&metadata[a]=1", {
      "User-Agent": "Shop/1",
      "Idempotency-Key": "k1",
    });
    const request = await getRequest(world.viewer, requestId(answer));
    expect(request).toMatchObject({
      method: "POST",
      path: "/v1/customers",
      status: 200,
      userAgent: "Shop/1",
      idempotencyKey: "k1",
      address: "127.0.0.1",
      replayOf: null,
      errorType: null,
    });
    expect(JSON.parse(request.params ?? "")).toEqual({ name: "Ada", metadata: { a: "1" } });
    expect(JSON.parse(request.response ?? "")).toMatchObject({ object: "customer", name: "Ada" });
    expect(request.duration).toBeGreaterThan(0);
  });

  test("and its events tell who is to be discreet nothing of whom they are about", async () => {
    const discreet = { ...world.viewer, conceal: concealRows };
    const ofWhom = "name=Mona+Oakley&phone=%2B33699887766&address[line1]=9+Elm+Lane";
    const made = await post(
      "/v1/customers",
      `${ofWhom}&tax_id_data[0][type]=eu_vat&tax_id_data[0][value]=FRAB123456789`,
    );
    const id = String(made.body["id"]);
    const query = encodeURIComponent("name:'Mona AND Oakley' AND created>1 OR phone:+33699887766");
    const calls = [
      made,
      await post(`/v1/customers/${id}`, "name=Somebody+Else"),
      await post(`/v1/customers/${id}/tax_ids`, "type=eu_vat&value=FRAB123456789"),
      await post(`/v1/customers/${id}`, `phone=%2B${"33699887766".repeat(3)}`),
      await get(`/v1/customers/search?query=${query}`),
    ];
    const told = async (viewer: Viewer) => {
      const requests = await Promise.all(calls.map((answer) => getRequest(viewer, requestId(answer))));
      return JSON.stringify([requests, await eventsOfObject(viewer, id)]);
    };
    const clear = ["Mona", "Oakley", "33699887766", "Elm Lane", "FRAB123456789"];
    const whole = await told(world.viewer);
    expect(clear.filter((value) => !whole.includes(value))).toEqual([]);
    const hidden = await told(discreet);
    expect(clear.filter((value) => hidden.includes(value))).toEqual([]);
    expect(hidden).toContain("AND created>1 OR phone:•••");
    expect(hidden).toContain("Invalid string: •••");
  });

  test("that replays another says so", async () => {
    const first = await post("/v1/customers", "name=Ada", { "Idempotency-Key": "k2" });
    const second = await post("/v1/customers", "name=Ada", { "Idempotency-Key": "k2" });
    expect(await getRequest(world.viewer, requestId(second))).toMatchObject({ replayOf: requestId(first) });
  });

  test("that fails is kept with its error; a read that succeeds without its answer", async () => {
    const headers = { Authorization: `Bearer ${world.key}` };
    const missing = await rawRequest(world, { path: "/v1/customers/cus_nobody", headers });
    expect(await getRequest(world.viewer, requestId(missing))).toMatchObject({
      status: 404,
      errorType: "invalid_request_error",
      errorCode: "resource_missing",
      response: expect.stringContaining("No such customer"),
    });
    const read = await rawRequest(world, { path: "/v1/customers?limit=3", headers });
    expect(await getRequest(world.viewer, requestId(read))).toMatchObject({
      status: 200,
      params: '{"limit":"3"}',
      response: null,
    });
  });

  test("of an URL that is not built is kept, too", async () => {
    const answer = await post("/v1/made_up", "");
    expect(await getRequest(world.viewer, requestId(answer))).toMatchObject({
      status: 404,
      path: "/v1/made_up",
    });
  });

  test("by a stranger belongs to no business", async () => {
    const answer = await rawRequest(world, {
      path: "/v1/customers",
      headers: { Authorization: "Bearer sk_test_no" },
    });
    await expect(getRequest(world.viewer, requestId(answer))).rejects.toMatchObject({
      facts: { status: 404 },
    });
  });
});

test("card numbers, checks, secrets and keys are kept nowhere", async () => {
  await post(
    "/v1/tokens",
    "card[number]=4242424242424242&card[cvc]=737&card[exp_month]=12&card[exp_year]=2034",
  );
  await post("/v1/customers", "name=Ada&description=card 4000 0027 6000 3184 of Ada");
  await post("/v1/customers", "metadata[5555-5555-5555-4444]=x");
  await rawRequest(world, {
    path: "/v1/customers/378282246310005",
    headers: { Authorization: `Bearer ${world.key}` },
  });
  const intent = await post("/v1/payment_intents", "amount=100&currency=eur");
  await flush();
  const file = (process.env.DATABASE_URL ?? "").replace("file:", "").replace(/\.db$/, "-requests.db");
  const stored = readFileSync(file, "latin1") + readFileSync(`${file}-wal`, "latin1");
  expect(stored).toContain("/v1/tokens");
  const secrets = [
    "4242424242424242",
    "4000 0027 6000 3184",
    "5555-5555-5555-4444",
    "378282246310005",
    '"737"',
    world.key,
  ];
  for (const secret of [...secrets, String(intent.body.client_secret)]) expect(stored).not.toContain(secret);
});

describe("the log", () => {
  let quiet: ApiWorld;
  const call = (method: string, path: string) =>
    rawRequest(quiet, { method, path, headers: { Authorization: `Bearer ${quiet.key}` } });
  const page = (size: number, direction: Direction = "older", from: Key | null = null) => ({
    size,
    direction,
    from,
  });
  const pathsOf = (requests: RequestSummary[]) => requests.map(({ method, path }) => `${method} ${path}`);

  beforeAll(async () => {
    quiet = await anApiWorld();
    await call("GET", "/v1/customers");
    await call("GET", "/v1/customers/cus_nobody");
    await call("POST", "/v1/customers");
    await call("POST", "/v1/refunds");
    await call("GET", "/v1/events");
  });

  test("lists the newest first, one business's only", async () => {
    const { rows, older } = await listRequests(quiet.viewer, { filter: {}, page: page(10) });
    expect(pathsOf(rows)).toEqual([
      "GET /v1/events",
      "POST /v1/refunds",
      "POST /v1/customers",
      "GET /v1/customers/cus_nobody",
      "GET /v1/customers",
    ]);
    expect(older).toBeNull();
  });

  test.each([
    [{ status: "4xx" }, ["POST /v1/refunds", "GET /v1/customers/cus_nobody"]],
    [{ status: "5xx" }, []],
    [{ status: "2xx", method: "POST" }, ["POST /v1/customers"]],
    [{ method: "POST" }, ["POST /v1/refunds", "POST /v1/customers"]],
    [{ path: "/v1/customers/" }, ["GET /v1/customers/cus_nobody"]],
    [{ errorCode: "resource_missing" }, ["GET /v1/customers/cus_nobody"]],
    [{ until: 1 }, []],
  ] as const)("filters by %o", async (filter, expected) => {
    const { rows } = await listRequests(quiet.viewer, { filter, page: page(10) });
    expect(pathsOf(rows)).toEqual(expected);
  });

  test("finds one call by its id, its own business's only", async () => {
    const [newest] = (await listRequests(quiet.viewer, { filter: {}, page: page(1) })).rows;
    const filter = { id: newest?.id };
    expect((await listRequests(quiet.viewer, { filter, page: page(10) })).rows).toEqual([newest]);
    expect((await listRequests(world.viewer, { filter, page: page(10) })).rows).toEqual([]);
  });

  test("is paged through to its end", async () => {
    const { rows: all } = await listRequests(quiet.viewer, { filter: {}, page: page(10) });
    const found: RequestSummary[] = [];
    let at = await listRequests(quiet.viewer, { filter: {}, page: page(2) });
    found.push(...at.rows);
    while (at.older) {
      at = await listRequests(quiet.viewer, { filter: {}, page: page(2, "older", at.older) });
      found.push(...at.rows);
    }
    expect(found).toEqual(all);
    const back = await listRequests(quiet.viewer, { filter: {}, page: page(2, "newer", at.newer) });
    expect(back.rows).toEqual(all.slice(2, 4));
  });

  test("looks through a bounded share, and goes on from there", async () => {
    const filter = { method: "GET", path: "/v1/customers" } as const;
    const first = await listRequests(quiet.viewer, { filter, page: { ...page(10), entries: 2 } });
    expect(first.rows).toEqual([]);
    expect(first.continueFrom).not.toBeNull();
    const next = { ...page(10, "older", first.continueFrom), entries: 3 };
    const { rows } = await listRequests(quiet.viewer, { filter, page: next });
    expect(pathsOf(rows)).toEqual(["GET /v1/customers/cus_nobody", "GET /v1/customers"]);
  });

  test("knows which changes were about an object", async () => {
    const customer = await quiet.stripe.customers.create({ name: "Ada" });
    await quiet.stripe.customers.update(customer.id, { name: "Ada L." });
    await quiet.stripe.customers.retrieve(customer.id);
    const payment = await quiet.stripe.paymentIntents.create({
      amount: 100,
      currency: "eur",
      customer: customer.id,
    });
    expect(pathsOf(await requestsAbout(quiet.viewer, customer.id))).toEqual([
      "POST /v1/payment_intents",
      `POST /v1/customers/${customer.id}`,
      "POST /v1/customers",
    ]);
    expect(pathsOf(await requestsAbout(quiet.viewer, payment.id))).toEqual(["POST /v1/payment_intents"]);
    expect(await requestsAbout(world.viewer, customer.id)).toEqual([]);
  });

  test("leads from a change to what it was about and to what came of it", async () => {
    const answer = await quiet.stripe.customers.create({ name: "Grace" });
    const request = await getRequest(quiet.viewer, answer.lastResponse.requestId);
    expect(objectsOfRequest(quiet.viewer, request)).toEqual([answer.id]);
    const [event, ...others] = await eventsOfRequest(quiet.viewer, request);
    expect(event).toMatchObject({ type: "customer.created", objectId: answer.id });
    expect(others).toEqual([]);
    expect(await eventsOfRequest(world.viewer, request)).toEqual([]);
  });

  test("takes events:read", async () => {
    const accountant = quiet.viewerWith(["accountant"]);
    await expect(listRequests(accountant, { filter: {}, page: page(1) })).rejects.toMatchObject({
      facts: { status: 403 },
    });
  });

  test("forgets what is older than it is kept", async () => {
    const [newest] = (await listRequests(quiet.viewer, { filter: {}, page: page(1) })).rows;
    if (!newest) throw new Error("The log is empty");
    const { errorType: _type, errorCode: _code, createdAt: _at, ...request } = newest;
    logRequest({
      ...request,
      id: "req_old",
      at: quiet.viewer.now() - 31 * day,
      params: {},
      body: { id: "cus_old" },
    });
    expect(await getRequest(quiet.viewer, "req_old")).toMatchObject({ id: "req_old" });
    await pruneRequests(30);
    await expect(getRequest(quiet.viewer, "req_old")).rejects.toMatchObject({ facts: { status: 404 } });
    expect(await requestsAbout(quiet.viewer, "cus_old")).toEqual([]);
    expect(await getRequest(quiet.viewer, newest.id)).toMatchObject({ id: newest.id });
  });
});
