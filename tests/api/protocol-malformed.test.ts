import { connect } from "node:net";
import { beforeAll, describe, expect, test } from "vitest";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { type RawAnswer, rawRequest } from "#tests/support/raw-request";

let world: ApiWorld;

beforeAll(async () => {
  world = await anApiWorld();
});

const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  rawRequest(world, {
    method: "POST",
    path,
    body,
    headers: { Authorization: `Bearer ${world.key}`, ...headers },
  });

function expectRefusal(answer: RawAnswer, param: string): void {
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.error.param).toBe(param);
  expect(answer.error.message).toEqual(expect.any(String));
}

describe("a payment that makes no sense is refused by the parameter's name", () => {
  test.each<[string, string | Buffer, string]>([
    ["a huge amount", "amount=999999999999999999999&currency=eur", "amount"],
    ["an amount over the limit", "amount=100000000&currency=eur", "amount"],
    ["a negative amount", "amount=-100&currency=eur", "amount"],
    ["nothing", "amount=0&currency=eur", "amount"],
    ["a fraction", "amount=10.5&currency=eur", "amount"],
    ["an exponent", "amount=1e3&currency=eur", "amount"],
    ["a hexadecimal amount", "amount=0x10&currency=eur", "amount"],
    ["a blank", "amount=%20&currency=eur", "amount"],
    ["not a number", "amount=NaN&currency=eur", "amount"],
    ["infinity", "amount=Infinity&currency=eur", "amount"],
    ["Arabic digits", "amount=%D9%A1%D9%A2%D9%A3&currency=eur", "amount"],
    ["a list for an amount", "amount[]=100&currency=eur", "amount"],
    ["a hash for an amount", "amount[a]=100&currency=eur", "amount"],
    ["a currency nobody has", "amount=100&currency=zzz", "currency"],
    ["no currency", "amount=100", "currency"],
    ["an empty currency", "amount=100&currency=", "currency"],
    ["an unknown parameter", "amount=100&currency=eur&nonsense=1", "nonsense"],
    ["an unknown name", "amount=100&currency=eur&__proto__=1", "__proto__"],
    ["an unclosed bracket", "amount=100&currency=eur&metadata[a=1", "metadata[a"],
    ["text for a hash", "amount=100&currency=eur&shipping=here", "shipping"],
    ["text for a list", "amount=100&currency=eur&payment_method_types=card", "payment_method_types"],
    ["a hash inside metadata", "amount=100&currency=eur&metadata[a][b]=1", "metadata[a]"],
    ["a list for metadata", "amount=100&currency=eur&metadata[]=1", "metadata"],
    [
      "a long metadata key",
      `amount=100&currency=eur&metadata[${"k".repeat(41)}]=1`,
      `metadata[${"k".repeat(41)}]`,
    ],
    ["a long metadata value", `amount=100&currency=eur&metadata[a]=${"v".repeat(501)}`, "metadata[a]"],
    ["the same twice", "amount=100&amount=200&currency=eur", "amount"],
    ["broken percent signs", "amount=%1&currency=eur", "amount"],
    [
      "bytes that are no UTF-8",
      Buffer.from("amount=100&currency=eur&description=\xc3\x28", "latin1"),
      "description",
    ],
    ["encoded bytes that are no UTF-8", "amount=100&currency=eur&description=%c3%28", "description"],
    ["a null character", "amount=100&currency=eur&description=a%00b", "description"],
    ["an endless description", `amount=100&currency=eur&description=${"d".repeat(100_000)}`, "description"],
    ["a hundred levels", `amount=100&currency=eur&a${"[b]".repeat(100)}=1`, "a"],
    ["text for expand", "amount=100&currency=eur&expand=customer", "expand"],
    ["a hash in expand", "amount=100&currency=eur&expand[0][a]=customer", "expand"],
    ["too deep an expand", "amount=100&currency=eur&expand[]=a.b.c.d.e", "expand"],
    ["an expand of nothing", "amount=100&currency=eur&expand[]=", "expand"],
  ])("%s", async (_name, body, param) => {
    expectRefusal(await post("/v1/payment_intents", body), param);
  });

  test("10,000 metadata keys", async () => {
    const keys = Array.from({ length: 10_000 }, (_, at) => `metadata[key_${at}]=v`).join("&");
    expectRefusal(await post("/v1/payment_intents", `amount=100&currency=eur&${keys}`), "metadata");
  });

  test("10,000 parameters that do not exist", async () => {
    const keys = Array.from({ length: 10_000 }, (_, at) => `key_${at}=v`).join("&");
    expectRefusal(await post("/v1/payment_intents", `amount=100&currency=eur&${keys}`), "key_0");
  });
});

describe("a list asked for in a way that makes no sense", () => {
  test.each([
    ["limit=0", "limit"],
    ["limit=101", "limit"],
    ["limit=ten", "limit"],
    ["limit=", "limit"],
    ["starting_after=cus_nobody", "starting_after"],
    ["ending_before=cus_nobody", "ending_before"],
    ["created=yesterday", "created"],
    ["created[gte]=2024-01-01", "created[gte]"],
    ["created[since]=1", "created[since]"],
    ["limit=%ff", "limit"],
    ["offset=3", "offset"],
  ])("%s", async (query, param) => {
    const headers = { Authorization: `Bearer ${world.key}` };
    expectRefusal(await rawRequest(world, { path: `/v1/customers?${query}`, headers }), param);
  });
});

describe("a request that is hardly one", () => {
  const withKey = () => ({ Authorization: `Bearer ${world.key}` });

  test.each([
    "/v1/customers/%ff",
    "/v1/customers/%00",
    "/v1/customers/%",
    "/v1//customers",
    "/v1/",
    "/v1/customers//x",
  ])("%s is no URL of the API", async (path) => {
    const answer = await rawRequest(world, { path, headers: withKey() });
    expect(answer.status).toBe(404);
  });

  test("a body of five megabytes is not read to its end", async () => {
    const answer = await post("/v1/customers", `description=${"d".repeat(5 * 1024 * 1024)}`);
    expect(answer.status).toBe(413);
    expect(answer.headers.connection).toBe("close");
  });

  test("a body without a length is counted as it comes", async () => {
    const answer = await chunked(`name=${"d".repeat(5 * 1024 * 1024)}`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test("a client that leaves in the middle of its body hurts nobody", async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(world.port, "127.0.0.1", () => {
        socket.write(`POST /v1/customers HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${world.key}\r\n`);
        socket.write("Content-Length: 100\r\n\r\nname=A", () => socket.destroy());
      });
      socket.on("close", () => resolve());
    });
    expect((await post("/v1/customers", "name=Ada")).status).toBe(200);
  });

  test.each([
    { "Content-Type": "text/plain" },
    { "Content-Type": "application/json; charset=utf-8" },
    { "Content-Type": "multipart/form-data; boundary=x" },
  ])("%o is refused", async (headers) => {
    expect((await post("/v1/customers", "name=Ada", headers)).status).toBe(400);
  });

  test("a form by its full name is read", async () => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded; charset=utf-8" };
    expect((await post("/v1/customers", "name=Ada", headers)).body).toMatchObject({ name: "Ada" });
  });

  test("parameters may stand in the URL of a change, too", async () => {
    const answer = await rawRequest(world, {
      method: "POST",
      path: "/v1/customers?name=Ada",
      headers: withKey(),
    });
    expect(answer.body).toMatchObject({ name: "Ada" });
  });

  test("unusual headers are no harm", async () => {
    const answer = await post("/v1/customers", "name=Ada", {
      "Idempotency-Key": "clé \x80",
      "User-Agent": "x".repeat(4000),
    });
    expect(answer.status).toBe(200);
  });
});

/** A body in chunks, of which the client stops sending when it is answered. */
function chunked(body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(world.port, "127.0.0.1", () => {
      socket.write(
        `POST /v1/customers HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${world.key}\r\n` +
          "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n",
      );
      for (let at = 0; at < body.length; at += 65_536) {
        const part = body.slice(at, at + 65_536);
        socket.write(`${part.length.toString(16)}\r\n${part}\r\n`);
      }
      socket.write("0\r\n\r\n");
    });
    socket.on("data", (data: Buffer) => {
      text += data.toString();
      socket.destroy();
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(text));
  });
}
