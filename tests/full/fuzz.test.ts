import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { beforeAll, expect, test } from "vitest";
import { closeDatabase } from "#db/database";
import { transaction } from "#db/transaction";
import { resources } from "#lib/api/registry";
import { storeKey } from "#lib/keys/create-key";
import { newKeyText } from "#lib/keys/key-text";
import { atEnd } from "#tests/support/at-end";
import { chance } from "#tests/support/chance";
import { aWorld } from "#tests/support/world";

const key = newKeyText("secret", "test");
const requests = Number(process.env.FUZZ_REQUESTS ?? 200_000);
const atATime = 16;
const seed = Number(process.env.FUZZ_SEED ?? 1);

let server: ChildProcess;
let port: number;
beforeAll(async () => {
  const { viewer } = await aWorld();
  await transaction(viewer, (tx) => storeKey(tx, key, { kind: "secret", name: "fuzz", demo: "no" }));
  await closeDatabase(); // the file now belongs to the process that is asked
  server = spawn(process.execPath, ["tests/support/api-process.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (!server.stdout) throw new Error("The server has no output");
  port = Number(String((await once(server.stdout, "data"))[0]));
});
atEnd(() => server.kill("SIGKILL"));

test(
  "two hundred thousand malformed requests: each is answered, none with a 5xx, and the process lives",
  { timeout: 1_800_000 },
  async () => {
    const { pick, upTo, bytes } = chance(seed);
    const failures: string[] = [];
    const statuses = new Map<number, number>();
    let sent = 0;
    const sender = async () => {
      while (sent++ < requests && failures.length < 20) {
        const asked = malformed();
        const answer = await send(asked).catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
        statuses.set(Number(answer) || 0, (statuses.get(Number(answer) || 0) ?? 0) + 1);
        // Node itself hangs up on what is not HTTP.
        const fine = typeof answer === "number" ? answer < 500 : ["ECONNRESET", "EPIPE"].includes(answer);
        if (!fine) failures.push(`${answer}: ${JSON.stringify(asked).slice(0, 500)}`);
      }
    };
    await Promise.all(Array.from({ length: atATime }, sender));
    expect(failures, `with FUZZ_SEED=${seed}`).toEqual([]);
    expect(server.exitCode).toBeNull();
    expect(await send({ method: "GET", path: "/v1/customers", headers: bearer, body: "" })).toBe(200);
    expect(Math.max(...statuses.values()), "of several kinds").toBeLessThan(requests);

    function malformed(): Asked {
      const endpoint = pick(endpoints);
      const names = Object.keys(endpoint.params.shape);
      const pairs = Array.from(
        { length: upTo(6) },
        () => `${pick([...names, "expand", "a"])}${pick(shapes)}`,
      );
      const form = upTo(20) === 0 ? bytes(upTo(300)) : pairs.join("&");
      const path = endpoint.path.replaceAll(/:\w+/g, () => pick(ids)) + (upTo(30) === 0 ? pick(tails) : "");
      const isForm = endpoint.method === "POST";
      return {
        method: upTo(40) === 0 ? pick(["PUT", "PATCH", "HEAD", "OPTIONS", "TRACE"]) : endpoint.method,
        path: isForm ? path : `${path}?${typeof form === "string" ? form : form.toString("base64url")}`,
        headers: { ...bearer, ...(isForm && formType), ...(upTo(8) === 0 && pick(headers)) },
        body: isForm ? form : "",
      };
    }
  },
);

const endpoints = resources.flatMap((resource) => resource.endpoints);
const bearer = { Authorization: `Bearer ${key}` };
const formType = { "Content-Type": "application/x-www-form-urlencoded" };
const agent = new Agent({ keepAlive: true, maxSockets: atATime });

const ids = [
  "cus_x",
  "x",
  "%00",
  "%F0%9F%92%A5",
  "a%2Fb",
  "search",
  "..",
  "1e9",
  "constructor",
  "%ff",
  "'or'1",
];
const tails = ["/", "//", "/x/y/z", "?", "/%", "/search", "/..;/"];
const values = [
  "",
  "x",
  "-1",
  "0",
  "1.5",
  "1e400",
  "9".repeat(30),
  "true",
  "null",
  "%F0%9F%92%A5",
  "%ff",
  "%00",
];
const names = [
  "",
  "[]",
  "[0]",
  "[a]",
  "[a][b][c]",
  "[type]",
  "[__proto__]",
  "[constructor]",
  "[gte]",
  "[][]",
  "[",
  "]",
];
const shapes = names.flatMap((name) => [...values, "y".repeat(6000)].map((value) => `${name}=${value}`));
const headers: Record<string, string>[] = [
  { Authorization: "Bearer " },
  { Authorization: "Basic ====" },
  { Authorization: `Bearer ${"k".repeat(5000)}` },
  { "Stripe-Version": "2099-99-99" },
  { "Stripe-Version": "x".repeat(500) },
  { "Stripe-Account": "acct_other" },
  { "Idempotency-Key": "i".repeat(300) },
  { "Idempotency-Key": "same" },
  { "Content-Type": "application/json" },
  { "Content-Type": "multipart/form-data; boundary=" },
  { "Content-Type": "multipart/form-data; boundary=x" },
  { "Content-Encoding": "gzip" },
  { Expect: "nothing" },
];

interface Asked {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** The status of what comes back. */
function send({ method, path, headers: given, body }: Asked): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers: given, agent }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0));
      answer.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
