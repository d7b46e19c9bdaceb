import { test } from "vitest";
import { startIndexer } from "#lib/search/index/follower";
import { anApiWorld } from "#tests/support/api-server";
import { atEnd } from "#tests/support/at-end";
import { judge } from "#tests/support/client/judge";

test("the official client makes, reads, changes, lists, searches, expands, acts and errs as with the original", async () => {
  const { stripe, environment } = await anApiWorld({ country: "US", currency: "usd" });
  const { stop } = startIndexer();
  atEnd(stop);
  await judge(stripe, environment.accountId);
}, 60_000);
