import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { shared } from "#db/shared";
import { addressOf } from "#lib/api/exchange";
import type { Viewer } from "#lib/auth/viewer";
import { log } from "#lib/log";
import { listeningPath } from "./begin-session.ts";
import { openChannel } from "./channels.ts";
import { catchUp, enter } from "./enter.ts";
import { type Session, sessionOf } from "./session-token.ts";
import { showRequests } from "./show-requests.ts";
import { takeAnswers } from "./take-answers.ts";
import { whoListens } from "./who-listens.ts";

const protocol = "stripecli-devproxy-v1";

/** An answer's beginning and its headers; more is not sent by the command line. */
const longestMessage = 64 * 1024;
/** How often a key is looked at again, milliseconds: what is revoked hears nothing more. */
const keyInterval = 5000;
/** The command line is heard of every two seconds. */
const longestSilence = 60_000;
/** As many as one environment can have at a time. */
const maximum = 50;

const sockets = shared("listeners.sockets", () => new Map<WebSocket, number>());

const door = new WebSocketServer({
  noServer: true,
  maxPayload: longestMessage,
  handleProtocols: (offered) => offered.has(protocol) && protocol,
});

/** Whether a request asks for the connection of a command line that listens. */
export function wantsToListen({ url = "", headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === "websocket" && url.split("?", 1)[0] === listeningPath;
}

/** Connects whoever has begun a session and still may listen; throws nothing. */
export function acceptListener(request: IncomingMessage, socket: Duplex, head: Buffer): void {
  socket.on("error", () => socket.destroy());
  admit(request, socket, head).catch((error: unknown) => {
    log.error({ err: error }, "a listener could not be connected");
    socket.destroy();
  });
}

/** Says goodbye to every listener, at the end of the process: they come back to the next one. */
export async function dismissListeners(): Promise<void> {
  const all = [...sockets.keys()];
  await Promise.all(
    all.map(
      (socket) =>
        new Promise<void>((resolve) => {
          socket.once("close", () => resolve());
          socket.close(1001);
          setTimeout(() => socket.terminate(), 1000).unref();
        }),
    ),
  );
}

async function admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
  const token = request.headers["websocket-id"];
  const session = typeof token === "string" ? sessionOf(token) : null;
  const address = addressOf(request);
  const viewer = session && (await whoListens(session, address));
  if (!session || !viewer) return refuse(socket, "400 Bad Request", "Unknown WebSocket ID.");
  const here = [...sockets.values()].filter((environmentId) => environmentId === viewer.environmentId);
  if (here.length >= maximum)
    return refuse(socket, "429 Too Many Requests", `At most ${maximum} can listen.`);
  if (session.feature === "webhooks") await enter(viewer, session);
  door.handleUpgrade(request, socket, head, (connected) => {
    sockets.set(connected, viewer.environmentId);
    connected.once("close", () => sockets.delete(connected));
    connected.on("error", () => connected.terminate());
    watchOver(connected, session, address);
    serve(connected, session, { viewer, address }).catch((error: unknown) => {
      log.error({ listener: session.listenerId, err: error }, "a listener could not be served");
      connected.close(1011);
    });
  });
}

async function serve(
  socket: WebSocket,
  session: Session,
  { viewer, address }: { viewer: Viewer; address: string | null },
): Promise<void> {
  if (session.feature === "request_logs") return showRequests(socket, viewer, session.filters);
  const channel = openChannel(session.listenerId, socket, address);
  takeAnswers(socket, viewer, session.listenerId, channel);
  await catchUp(viewer, session);
}

/** Ends a connection that fell silent, and one whose key may not listen any more. */
function watchOver(socket: WebSocket, session: Session, address: string | null): void {
  let heardAt = Date.now();
  const heard = () => (heardAt = Date.now());
  socket.on("ping", heard).on("message", heard);
  const timer = setInterval(() => {
    if (Date.now() - heardAt > longestSilence) return socket.terminate();
    whoListens(session, address).then(
      (viewer) => viewer ?? socket.close(1008, "The key may not listen any more"),
      (error: unknown) => log.error({ err: error }, "a listener's key could not be looked at"),
    );
  }, keyInterval);
  socket.once("close", () => clearInterval(timer));
}

function refuse(socket: Duplex, status: string, message: string): void {
  const body = JSON.stringify({ error: { message, type: "invalid_request_error" } });
  const head = [
    `HTTP/1.1 ${status}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
