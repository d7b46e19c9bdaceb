import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { test as shared } from "@playwright/test";

/** The built app in a process of its own. */
export interface OwnServer {
  port: number;
  /** Asks it to stop; resolves with its exit code when it has. */
  stop(): Promise<number | null>;
}

/** Starts the built app on a database of its own: with the demo business, unless `env` says `DEMO: "off"`. */
export async function startOwnServer(env: Record<string, string> = {}): Promise<OwnServer> {
  const port = await freePort();
  const server = fork("tests/support/e2e-server.ts", {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: "inherit",
  });
  const ended = once(server, "exit");
  const [said] = await Promise.race([once(server, "message"), ended]);
  if (said !== "listening") throw new Error(`The tests' own server ended with ${said}`);
  return {
    port,
    async stop() {
      server.kill("SIGTERM");
      await ended;
      return server.exitCode;
    },
  };
}

/**
 * For tests that look at everything there is, or compare all of it before and after: the built app with the demo
 * business for them alone, so that what other tests make and delete meanwhile is none of their findings.
 */
export const test = shared.extend<object, { ownServer: string }>({
  ownServer: [
    // Playwright reads from the braces that nothing is asked for.
    async ({}, use) => {
      const server = await startOwnServer();
      await use(`http://localhost:${server.port}`);
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: ({ ownServer }, use) => use(ownServer),
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port was given");
  return address.port;
}
