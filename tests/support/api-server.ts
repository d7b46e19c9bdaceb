import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { expect } from "vitest";
import { transaction } from "#db/transaction";
import type { ApiHandler } from "#lib/api/create-api";
import { handleApiRequest } from "#lib/api/server";
import { storeKey } from "#lib/keys/create-key";
import type { KeyKind } from "#lib/keys/key-text";
import { newKeyText } from "#lib/keys/key-text";
import { acceptListener, dismissListeners } from "#lib/listeners/accept";
import { closeRequestLog } from "#lib/request-log/write";
import { atEnd } from "#tests/support/at-end";
import { watchAnswers } from "#tests/support/wire/watch-answers";
import { aWorld, type World } from "#tests/support/world";

export interface ApiServer {
  port: number;
  /** `http://127.0.0.1:PORT` */
  url: string;
}

export interface ApiWorld extends World, ApiServer {
  /** The secret key. */
  key: string;
  /** The official client with the secret key. */
  stripe: Stripe;
}

/**
 * The API on a port of its own until the test file ends, which fails when an answer was not what the official
 * client's types promise. Another `handler` answers as it likes.
 */
export async function anApiServer(handler?: ApiHandler): Promise<ApiServer> {
  const watched = await watchAnswers(handleApiRequest);
  const answer = handler ?? watched.handler;
  const server = createServer((request, response) => void answer(request, response));
  server.on("upgrade", acceptListener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(async () => {
    await dismissListeners();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await closeRequestLog();
    expect([...watched.wrong], "what the official client's types say otherwise").toEqual([]);
  });
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${port}` };
}

/** A business with the API served for it, and a client. */
export async function anApiWorld(
  options: { handler?: ApiHandler; maxNetworkRetries?: number } & Parameters<typeof aWorld>[0] = {},
): Promise<ApiWorld> {
  const { handler, maxNetworkRetries = 0, ...worldOptions } = options;
  const world = await aWorld(worldOptions);
  const server = await anApiServer(handler);
  const key = await aKey(world, "secret");
  return { ...world, ...server, key, stripe: aClient(server, key, { maxNetworkRetries }) };
}

/** A key of the world's test environment. */
export async function aKey(
  { viewer }: World,
  kind: KeyKind,
  permissions?: readonly string[],
  expiresAt?: number,
): Promise<string> {
  const text = newKeyText(kind, "test");
  await transaction(viewer, (tx) =>
    storeKey(tx, text, { kind, name: `A ${kind} key`, permissions, expiresAt, demo: "no" }),
  );
  return text;
}

/** The official client pointed at the server. */
export function aClient(
  { port }: ApiServer,
  key: string,
  config: { maxNetworkRetries?: number } = {},
): Stripe {
  return new Stripe(key, { host: "127.0.0.1", port, protocol: "http", telemetry: false, ...config });
}
