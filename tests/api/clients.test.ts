import { test } from "vitest";
import { anApiWorld } from "#tests/support/api-server";
import { judge } from "#tests/support/client/judge";

test("the official client makes, reads, changes, lists, expands, acts and errs as with the original", async () => {
  const { stripe } = await anApiWorld();
  await judge(stripe);
}, 60_000);
