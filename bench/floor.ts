// The least a server could do: node:http, better-sqlite3, the statements of the same requests, and nothing else.
import { createServer, type IncomingMessage } from "node:http";
import Database from "better-sqlite3";
import { demoKeys } from "#lib/demo/credentials";
import { hashOfKey } from "#lib/keys/key-text";
import { openStatements } from "./floor-statements.ts";
import { beMeasured } from "./subject.ts";

const file = (process.env.DATABASE_URL ?? "").replace(/^file:/, "");
const writing = connect({ readonly: false });
const reading = connect({ readonly: true });
const statements = openStatements(reading, writing);
const hash = hashOfKey(demoKeys.secret);

createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  request.on("end", () => {
    const answer = JSON.stringify(answerTo(request, body));
    response.writeHead(200, {
      "Content-Type": "application/json",
      "Content-Length": Buffer.byteLength(answer),
    });
    response.end(answer);
  });
}).listen(Number(process.env.PORT), "127.0.0.1", beMeasured);

function answerTo({ url = "", method }: IncomingMessage, body: string): unknown {
  const environmentId = statements.environmentOf(hash);
  const [, id, step] = /^\/v1\/payment_intents(?:\/(\w+))?(?:\/(\w+))?/.exec(url) ?? [];
  if (method === "GET") return id ? statements.payment(environmentId, id) : statements.latest(environmentId);
  return step === "confirm" && id
    ? statements.confirm(environmentId, id)
    : statements.create(environmentId, body);
}

function connect(options: { readonly: boolean }): Database.Database {
  const handle = new Database(file, options);
  if (!options.readonly) handle.pragma("journal_mode = WAL");
  handle.pragma("synchronous = FULL");
  handle.pragma("foreign_keys = ON");
  handle.pragma("cache_size = -65536");
  handle.pragma("mmap_size = 268435456");
  return handle;
}
