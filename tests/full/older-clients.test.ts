import { beforeAll, test } from "vitest";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { judge } from "#tests/support/client/judge";

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
});

/** By name, so that the declarations of the older ones do not mix with those that we are checked against. */
type Client = new (key: string, config: object) => object;

test.each([
  ["a major version back", "stripe-22"],
  ["two major versions back", "stripe-21"],
])(
  "the official client, %s, does as with the original",
  async (_when, name) => {
    const { default: Client }: { default: Client } = await import(name);
    const { port, key } = world;
    await judge(new Client(key, { host: "127.0.0.1", port, protocol: "http", telemetry: false }));
  },
  120_000,
);
