import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createNetServer } from "node:net";
import { atEnd } from "#tests/support/at-end";

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  path: string;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** The ids of the events, in the order they came. */
  ids(): string[];
  /** Resolves once so many were received in all. */
  until(count: number): Promise<void>;
}

type Answer = (response: ServerResponse, request: Received) => void;

const ok: Answer = (response) => response.end("ok");

/** Somebody who takes webhooks on a port of this machine, until the test file ends. */
export async function aReceiver(answer: Answer = ok): Promise<Receiver> {
  const received: Received[] = [];
  let heard = () => {};
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { headers, url = "" } = request;
      const message = { headers, body: Buffer.concat(chunks).toString("utf8"), path: url };
      received.push(message);
      answer(response, message);
      heard();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    received,
    ids: () => received.map(({ body }) => String(JSON.parse(body).id)),
    until: (count) =>
      new Promise((resolve) => {
        heard = () => {
          if (received.length >= count) resolve();
        };
        heard();
      }),
  };
}

/** Somebody who answers whatever comes by going on in another protocol. */
export async function aSwitcher(): Promise<Pick<Receiver, "url">> {
  const server = createNetServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () =>
      socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\nConnection: Upgrade\r\n\r\n"),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hooks` };
}

/** Answers with these statuses one after another, the last one for ever. */
export function answering(...statuses: number[]): Answer {
  let calls = 0;
  return (response) => {
    response.statusCode = statuses[Math.min(calls++, statuses.length - 1)] ?? 200;
    response.end(`said ${response.statusCode}`);
  };
}
