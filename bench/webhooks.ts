import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { demoKeys } from "#lib/demo/credentials";
import { connect, type Line } from "./load.ts";
import { percentiles } from "./measure.ts";
import type { Subject } from "./subject.ts";

export interface Delivered {
  endpoints: number;
  events: number;
  /** Milliseconds from sending the request that causes an event to the arrival of its first delivery at an endpoint. */
  p50: number;
  p95: number;
  longest: number;
}

const headers = `Authorization: Bearer ${demoKeys.secret}\r\n`;
const endpoints = 10;
const events = 200;
/** Milliseconds between two events. */
const pace = 50;

/** Lets things happen at a steady pace and measures how soon each of ten healthy endpoints hears of them. */
export async function measureWebhooks(subject: Subject): Promise<Delivered> {
  const sentAt = new Map<string, number>();
  const times: number[] = [];
  let heard = () => {};
  const { server, url } = await listen((body) => {
    const sent = sentAt.get(/"bench": "(\d+)"/.exec(body)?.[1] ?? "");
    if (sent === undefined) return;
    times.push(performance.now() - sent);
    heard();
  });
  const line = await connect(subject.port);
  try {
    for (let each = 0; each < endpoints; each++) {
      await post(line, "/v1/webhook_endpoints", `url=${url}/${each}&enabled_events[]=customer.created`);
    }
    const all = new Promise<void>((resolve) => {
      heard = () => {
        if (times.length === endpoints * events) resolve();
      };
    });
    for (let each = 0; each < events; each++) {
      sentAt.set(String(each), performance.now());
      await post(line, "/v1/customers", `metadata[bench]=${each}`);
      await new Promise((resolve) => setTimeout(resolve, pace));
    }
    await all;
  } finally {
    line.close();
    server.closeAllConnections();
    server.close();
  }
  return { endpoints, events, ...percentiles(times), longest: Math.max(...times) };
}

async function listen(onBody: (body: string) => void): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      onBody(body);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function post(line: Line, path: string, body: string): Promise<void> {
  const answer = await line.ask("POST", path, headers, body);
  if (answer.status !== 200) throw new Error(`Answered ${answer.status}: ${answer.body.slice(0, 300)}`);
}
