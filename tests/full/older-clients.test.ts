import { test } from "vitest";
import { anApiWorld } from "#tests/support/api-server";
import { judge } from "#tests/support/client/judge";
import { startIndexer } from "#lib/search/index/follower";
import { atEnd } from "#tests/support/at-end";

/** By name, so that the declarations of the older ones do not mix with those that we are checked against. */
type Client = new (key: string, config: object) => object;

test.each([
  ["a major version back", "stripe-22", undefined],
  // It sends files to a host of its own, unless each call names another.
  ["two major versions back", "stripe-21", "127.0.0.1"],
])(
  "the official client, %s, does as with the original",
  async (_when, name, filesTo) => {
    const { default: Client }: { default: Client } = await import(name);
    const { port, key, environment } = await anApiWorld({ country: "US", currency: "usd" });
    const { stop } = startIndexer();
    atEnd(stop);
    const client = new Client(key, { host: "127.0.0.1", port, protocol: "http", telemetry: false });
    await judge(client, environment.accountId, filesTo);
  },
  120_000,
);
