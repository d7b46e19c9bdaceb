import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import "#lib/jobs/all";
import { closeDatabase } from "#db/database";
import { databaseAnswers } from "#db/health";
import { handleApiRequest } from "#lib/api/server";
import { config, isConfigurationError } from "#lib/config";
import { refuseStrangersToTheDemo } from "#lib/demo/credentials";
import { handleFileLink } from "#lib/file-links/open-link";
import { settleForwarded } from "#lib/forwarded";
import { handleImportUpload } from "#lib/imports/accept-upload";
import { uploadsPath } from "#lib/imports/upload-address";
import { acceptListener, dismissListeners, wantsToListen } from "#lib/listeners/accept";
import { startJobs } from "#lib/jobs/runner";
import { log } from "#lib/log";
import { startIndexer } from "#lib/search/index/follower";
import { openApiPath, sendOpenApi } from "#lib/openapi/serve";
import { startDispatcher } from "#lib/webhooks/dispatcher";
import { closeRequestLog } from "#lib/request-log/write";
import { closeThreads } from "#lib/work/threads";

const longestGoodbye = 30_000;

/**
 * How long a connection without a request is kept, milliseconds. Longer than a proxy in front keeps it (a minute, as they
 * come): were it shorter, some requests would meet a connection that is just being closed.
 */
const idleConnection = 75_000;

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

await start().catch((error: unknown) => {
  if (isConfigurationError(error)) process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, "the server could not start");
  process.exit(1);
});

async function start(): Promise<void> {
  const { hosts, port, publicUrl, secret } = config();
  await refuseStrangersToTheDemo(hosts);
  process.env.NEXTAUTH_URL ??= publicUrl;
  process.env.NEXTAUTH_SECRET ??= secret;

  // Never listens: Next takes its connections for reloading pages from here, and leaves others alone.
  const door = createServer();
  const pages = next({ dev: isDevelopment(), port, httpServer: door });
  await pages.prepare();
  const state = { stopping: false };
  const handle = dispatch(pages.getRequestHandler(), state);
  const servers = await Promise.all(hosts.map((host) => listen(host, port, handle, door)));
  const jobs = startJobs();
  const webhooks = startDispatcher();
  const indexer = startIndexer();
  log.info({ hosts, port, publicUrl }, "listening");

  onStopSignal(async () => {
    state.stopping = true;
    await dismissListeners();
    await Promise.all(servers.map(finishRequests));
    await Promise.all([jobs.stop(), webhooks.stop(), indexer.stop()]);
    await pages.close();
    await closeRequestLog();
    await closeThreads();
    await closeDatabase();
  });
}

function dispatch(pages: Handler, state: { stopping: boolean }): Handler {
  const { trustedProxies } = config();
  return async (request, response) => {
    settleForwarded(request, trustedProxies);
    if (state.stopping) response.setHeader("Connection", "close");
    const path = request.url ?? "/";
    if (path === "/healthz") return answerHealth(response, state.stopping);
    if (path === openApiPath) return sendOpenApi(response);
    if (isOfApi(path)) return handleApiRequest(request, response);
    if (path.startsWith(uploadsPath)) return handleImportUpload(request, response);
    if (path.startsWith("/links/")) return handleFileLink(request, response);
    if (!path.startsWith("/")) return refuse(response);
    return pages(request, response);
  };
}

/** A newer client may ask for the second version of the API: it is told in the API's words that there is none. */
function isOfApi(path: string): boolean {
  return /^\/v[12](?:[/?]|$)/.test(path);
}

/** What only proxies are asked: `OPTIONS *`, `GET http://elsewhere/`. */
function refuse(response: ServerResponse): void {
  response.writeHead(400, { "Content-Type": "text/plain" });
  response.end("Bad Request\n");
}

async function answerHealth(response: ServerResponse, stopping: boolean): Promise<void> {
  const healthy = !stopping && (await databaseAnswers());
  response.writeHead(healthy ? 200 : 503, {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
  });
  response.end(JSON.stringify({ status: healthy ? "ok" : stopping ? "stopping" : "unavailable" }));
}

/** Requests to become something else that nobody here speaks are answered as what they are without it. */
function wantsSocket(request: IncomingMessage): boolean {
  return wantsToListen(request) || isDevelopment();
}

function isDevelopment(): boolean {
  return process.env.NODE_ENV === "development";
}

async function listen(host: string, port: number, handle: Handler, door: Server): Promise<Server> {
  const options = { shouldUpgradeCallback: wantsSocket, keepAliveTimeout: idleConnection };
  const server = createServer(options, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      log.error({ err: error, method: request.method }, "a request failed");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    settleForwarded(request, config().trustedProxies);
    if (wantsToListen(request)) acceptListener(request, socket, head);
    else if (!door.emit("upgrade", request, socket, head)) socket.destroy();
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 still has its other loopback.
      if (host === "::1" && error.code !== "EADDRINUSE") return resolve(server);
      reject(error.code === "EADDRINUSE" ? new Error(`PORT: ${port} is taken; choose another`) : error);
    });
    server.listen({ host, port }, () => resolve(server));
  });
}

/** Accepts nothing new; resolves when what is in flight has been answered. */
function finishRequests(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), 100);
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
  });
}

/** The first signal stops gently, one that comes a second later or more stops at once. */
function onStopSignal(stop: () => Promise<void>): void {
  let stoppingSince: number | undefined;
  const onSignal = (signal: string) => {
    if (stoppingSince !== undefined) {
      // A terminal and a parent process may both pass on the same Ctrl+C.
      if (performance.now() - stoppingSince > 1000) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), longestGoodbye).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "stopping failed");
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
}
