import Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { apiVersion } from "#lib/api-version";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { rawRequest } from "#tests/support/raw-request";

let world: ApiWorld;

beforeAll(async () => {
  world = await anApiWorld();
});

const bearer = () => ({ Authorization: `Bearer ${world.key}` });

async function errorOf(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Stripe.errors.StripeError))
    throw new Error("The call did not fail as the client expects");
  return error;
}

describe("who asks", () => {
  test("nobody is told how to authenticate", async () => {
    const answer = await rawRequest(world, { path: "/v1/customers" });
    expect(answer.status).toBe(401);
    expect(answer.headers["www-authenticate"]).toMatch(/^Basic/);
    expect(answer.error).toMatchObject({ type: "invalid_request_error" });
    expect(String(answer.error.message)).toMatch(/^You did not provide an API key\./);
  });

  test("an unknown key is named with stars in the middle", async () => {
    const error = await errorOf(aClient(world, "sk_test_abcdefghijklmnop1234").customers.list());
    expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    expect(error.message).toBe("Invalid API Key provided: sk_test_****************1234");
  });

  test("a key works as bearer, and as the user name of basic authentication", async () => {
    const basic = Buffer.from(`${world.key}:`).toString("base64");
    for (const Authorization of [`Bearer ${world.key}`, `bearer ${world.key}`, `Basic ${basic}`]) {
      const answer = await rawRequest(world, { path: "/v1/customers", headers: { Authorization } });
      expect(answer.status).toBe(200);
    }
  });

  test("another scheme, or nothing after it, is no key", async () => {
    for (const Authorization of ["Digest abc", "Bearer", "Basic", "Basic Og==", "Basic %%%"]) {
      const answer = await rawRequest(world, { path: "/v1/customers", headers: { Authorization } });
      expect(answer.status).toBe(401);
    }
  });

  test("a publishable key reads no customers", async () => {
    const error = await errorOf(aClient(world, await aKey(world, "publishable")).customers.list());
    expect(error).toMatchObject({ statusCode: 403, code: "secret_key_required" });
  });

  test("a restricted key does what it was given, and learns the name of what it lacks", async () => {
    const client = aClient(world, await aKey(world, "restricted", ["customers:read"]));
    expect((await client.customers.list()).object).toBe("list");
    const error = await errorOf(client.customers.create({ name: "Ada" }));
    expect(error).toBeInstanceOf(Stripe.errors.StripePermissionError);
    expect(error.message).toContain(
      "Having the 'customers:write' permission would allow this request to continue.",
    );
    expect(error.message).toContain(`on account '${world.environment.accountId}'`);
  });

  test("an expired key is refused by name", async () => {
    const key = await aKey(world, "secret", undefined, world.viewer.now() - 1);
    const error = await errorOf(aClient(world, key).customers.list());
    expect(error).toMatchObject({ statusCode: 401, code: "api_key_expired" });
    expect(error.message).toMatch(/^Expired API Key provided: sk_test_\*+/);
  });

  test("another account's name is refused, one's own is fine", async () => {
    const own = { stripeAccount: world.environment.accountId };
    expect((await world.stripe.customers.list({}, own)).object).toBe("list");
    const error = await errorOf(world.stripe.customers.list({}, { stripeAccount: "acct_somebodyelse" }));
    expect(error).toMatchObject({ statusCode: 403, code: "account_invalid" });
  });
});

describe("versions", () => {
  test("the official client's own version is the current one", async () => {
    const { lastResponse } = await world.stripe.customers.list();
    expect(lastResponse.apiVersion).toBe(apiVersion);
  });

  test("an older date is echoed", async () => {
    const { lastResponse } = await world.stripe.customers.list({}, { apiVersion: "2022-11-15" });
    expect(lastResponse.apiVersion).toBe("2022-11-15");
  });

  test.each(["2019-2-19", "yesterday", "2024-13-45", "2024-01-01.Endive"])(
    "%s is no version",
    async (version) => {
      const answer = await rawRequest(world, {
        path: "/v1/customers",
        headers: { ...bearer(), "Stripe-Version": version },
      });
      expect(answer.status).toBe(400);
      expect(answer.error.message).toBe(`Invalid Stripe API version: ${version}`);
    },
  );
});

describe("what is not there", () => {
  test.each(["GET", "POST", "PUT", "PATCH", "DELETE"])("%s of a path that is not built", async (method) => {
    const answer = await rawRequest(world, { method, path: "/v1/made_up/things", headers: bearer() });
    expect(answer.status).toBe(404);
    expect(answer.error).toMatchObject({
      type: "invalid_request_error",
      message:
        `Unrecognized request URL (${method}: /v1/made_up/things). Please see https://stripe.com/docs ` +
        "or we can help at https://support.stripe.com/.",
    });
  });

  test("a method that a path does not have is no such URL either", async () => {
    const answer = await rawRequest(world, { method: "PUT", path: "/v1/customers", headers: bearer() });
    expect(answer.status).toBe(404);
  });

  test.each(["/v1/refunds/search", "/v1/customers/search/sources", "/v1", "/v2", "/v2/core/events"])(
    "%s is no object and no list",
    async (path) => {
      const answer = await rawRequest(world, { path: `${path}?query=x`, headers: bearer() });
      expect(answer.status).toBe(404);
      expect(String(answer.error.message)).toMatch(`Unrecognized request URL (GET: ${path})`);
    },
  );

  test("an empty id is explained", async () => {
    const answer = await rawRequest(world, { path: "/v1/customers/", headers: bearer() });
    expect(answer.status).toBe(404);
    expect(String(answer.error.message)).toContain("make sure you passed a valid (non-empty) identifier");
  });

  test("an object that does not exist is named, with its parameter and a link to the log", async () => {
    const error = await errorOf(world.stripe.customers.retrieve("cus_nobody"));
    expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
    expect(error).toMatchObject({
      statusCode: 404,
      code: "resource_missing",
      param: "id",
      message: "No such customer: 'cus_nobody'",
      doc_url: "https://stripe.com/docs/error-codes/resource-missing",
    });
    expect(error.raw).toMatchObject({
      request_log_url: `http://localhost:3000/${world.environment.slug}/developers/logs/${error.requestId}`,
    });
  });
});

describe("parameters", () => {
  const create = (body: string) =>
    rawRequest(world, { method: "POST", path: "/v1/payment_intents", headers: bearer(), body });

  test.each([
    [
      "currency=eur",
      { code: "parameter_missing", param: "amount", message: "Missing required param: amount." },
    ],
    [
      "amount=100&currency=eur&foo=1",
      { code: "parameter_unknown", param: "foo", message: "Received unknown parameter: foo" },
    ],
    [
      "amount=100&currency=eur&shipping[foo]=1",
      {
        code: "parameter_unknown",
        param: "shipping[foo]",
        message: "Received unknown parameter: shipping[foo]",
      },
    ],
    [
      "amount=abc&currency=eur",
      { code: "parameter_invalid_integer", param: "amount", message: "Invalid integer: abc" },
    ],
    ["amount=1.5&currency=eur", { code: "parameter_invalid_integer", param: "amount" }],
    ["amount=&currency=eur", { code: "parameter_invalid_empty", param: "amount" }],
    [
      "amount[]=100&currency=eur",
      { code: "parameter_invalid_integer", param: "amount", message: 'Invalid integer: ["100"]' },
    ],
    ["amount[a]=1&currency=eur", { param: "amount", message: 'Invalid integer: {"a":"1"}' }],
    ["amount=1&currency[]=eur", { param: "currency", message: 'Invalid currency: ["eur"]' }],
    ["amount=1&currency=eur&confirm[]=true", { param: "confirm", message: 'Invalid boolean: ["true"]' }],
    ["amount=1&currency=eur&description[]=x", { param: "description", message: 'Invalid string: ["x"]' }],
    ["amount=100&currency=eur&metadata=x", { param: "metadata", message: "Invalid object" }],
    [
      "amount=100&currency=eur&payment_method_types=card",
      { param: "payment_method_types", message: "Invalid array" },
    ],
    ["amount=100&currency=eur&confirm=maybe", { param: "confirm", message: "Invalid boolean: maybe" }],
    ["amount=100&currency=eur&capture_method=sometimes", { param: "capture_method" }],
  ])("%s", async (body, expected) => {
    const answer = await create(body);
    expect(answer.status).toBe(400);
    expect(answer.error).toMatchObject({ type: "invalid_request_error", ...expected });
  });

  test("the choices are named", async () => {
    const answer = await create("amount=100&currency=eur&capture_method=sometimes");
    expect(answer.error.message).toBe(
      "Invalid capture_method: must be one of automatic, automatic_async, or manual",
    );
  });

  test("a JSON body is refused by its content type", async () => {
    const answer = await rawRequest(world, {
      method: "POST",
      path: "/v1/customers",
      headers: { ...bearer(), "Content-Type": "application/json" },
      body: "{}",
    });
    expect(answer.status).toBe(400);
    expect(String(answer.error.message)).toContain("application/x-www-form-urlencoded");
  });
});

test("whoever asks for the head of an answer gets it without the body", async () => {
  const asked = { path: "/v1/customers", headers: bearer() };
  const whole = await rawRequest(world, asked);
  const head = await rawRequest(world, { ...asked, method: "HEAD" });
  expect(head.status).toBe(200);
  expect(head.headers["content-length"]).toBe(whole.headers["content-length"]);
  expect(head.text).toBe("");
  const missing = await rawRequest(world, { ...asked, method: "HEAD", path: "/v1/customers/cus_nobody" });
  expect(missing.status).toBe(404);
});

test("every answer has a request id, of its own", async () => {
  const ids = new Set<string>();
  for (let i = 0; i < 3; i++) ids.add((await world.stripe.customers.list()).lastResponse.requestId);
  expect(ids.size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^req_\w+$/);
});

test("a browser of another origin may ask", async () => {
  const preflight = await rawRequest(world, {
    method: "OPTIONS",
    path: "/v1/tokens",
    headers: {
      Origin: "https://shop.example",
      "Access-Control-Request-Headers": "authorization,stripe-version",
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-allow-headers": "authorization,stripe-version",
  });
});

test("a publishable key may come as a parameter, as browsers send it; a secret one may not", async () => {
  const key = await aKey(world, "publishable");
  const refused = await rawRequest(world, { path: `/v1/customers?key=${key}` });
  expect(refused.error).toMatchObject({ code: "secret_key_required" });
  const nobody = await rawRequest(world, { path: `/v1/customers?key=${world.key}` });
  expect(nobody.status).toBe(401);
  const body = `key=${key}&cvc_update[cvc]=123`;
  const made = await rawRequest(world, { method: "POST", path: "/v1/tokens", body });
  expect(made).toMatchObject({ status: 200, body: { object: "token", type: "cvc_update" } });
  const unknown = await rawRequest(world, {
    method: "POST",
    path: "/v1/tokens",
    body: "key=pk_test_nobodys",
  });
  expect(unknown.status).toBe(401);
});

test("people get JSON they can read, client libraries a compact one", async () => {
  const answerTo = async (agent: string) =>
    (await rawRequest(world, { path: "/v1/customers", headers: { ...bearer(), "User-Agent": agent } })).text;
  const body = { object: "list", data: [], has_more: false, url: "/v1/customers" };
  expect(await answerTo("curl/8.5.0")).toBe(`${JSON.stringify(body, null, 2)}\n`);
  expect(await answerTo("Stripe/v1 NodeBindings/23.1.0")).toBe(`${JSON.stringify(body)}\n`);
});
