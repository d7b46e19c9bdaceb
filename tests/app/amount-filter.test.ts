import { text } from "node:stream/consumers";
import { createElement, Fragment } from "react";
import { prerenderToNodeStream } from "react-dom/static";
import { expect, test } from "vitest";
import { readingOf, readQuery, type Sorted } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";
import { payoutView } from "../../app/[environment]/balances/_list/payout-view";
import { activityView, feeView } from "../../app/[environment]/transactions/_list/activity-view";
import type { ListView } from "../../app/_lists/list-view";
import { aWorld } from "#tests/support/world";

/** The filters above a list where amounts below zero are asked for. */
async function filtersOf<Row extends Listed, Query extends Sorted>({
  source,
  filters,
}: ListView<Row, Query>): Promise<string> {
  const { viewer } = await aWorld();
  const { query } = readQuery(source, { currency: "eur", amount_to: "-0.01" }, readingOf(viewer));
  const place = { path: "/list", params: () => new URLSearchParams() };
  const drawn = createElement(Fragment, null, await filters({ viewer, place, query }, []));
  return text((await prerenderToNodeStream(drawn)).prelude);
}

test.each([
  ["payouts", () => filtersOf(payoutView)],
  ["activity", () => filtersOf(activityView)],
  ["fees", () => filtersOf(feeView)],
])("amounts below zero are told above the list of %s, and typed with any keys", async (_list, filters) => {
  const html = await filters();
  expect(html).toContain("−€0.01 or less");
  const fields = [...html.matchAll(/<input[^>]*name="amount[^>]*>/g)].map(([field]) => field);
  expect(fields).toHaveLength(3);
  for (const field of fields) expect(field).toContain('inputMode="text"');
});
