import { type APIRequestContext, type Browser, expect, type Page, test as shared } from "@playwright/test";
import type { Role } from "#lib/auth/roles";
import { demoSlug } from "#lib/demo/credentials";
import { randomText } from "#lib/ids";
import { test } from "#tests/support/own-server";
import { everyAct } from "#tests/support/pages-acts";
import { closedLinks, oneAddressOfEach } from "#tests/support/pages-addresses";
import { fieldsOfForm, sendForm } from "#tests/support/pages-forms";
import { invitationOf } from "#tests/support/pages-invite";
import { neededAt, neededFor } from "#tests/support/pages-permissions";
import { assignableRoles, holds } from "#tests/support/pages-roles";
import { placesToStart } from "#tests/support/pages-starts";

type Pair = [Role, Role];
type Place = [route: string, address: string];

const home = `/${demoSlug}`;
/** Who has one of these may do all that another role could add. */
const mighty: readonly Role[] = ["super_admin", "admin"];
const others = assignableRoles.filter((role) => !mighty.includes(role));
const everyPair = others.flatMap((one, at) => others.slice(at + 1).map((other): Pair => [one, other]));

shared.use({ javaScriptEnabled: false });
test.use({ javaScriptEnabled: false });

shared("two roles open what either opens, and no more", async ({ page, browser, baseURL }) => {
  const pair: Pair = ["refund_analyst", "topup_specialist"];
  const somebody = await aNewcomer(page, browser, baseURL);
  await somebody.give(pair);
  const places = Object.keys(neededFor)
    .map((route): Place => [route, route.replace("/:environment", home)])
    .filter(([route, address]) => !address.includes(":") && tells(route, pair));
  expect(await defectsOf(somebody.request, pair, places)).toEqual([]);
  await somebody.leave();
});

test("of every two roles somebody can have, pages and acts open to the union", async ({
  page,
  request,
  browser,
  baseURL,
}) => {
  test.skip(process.env["TEST_FULL"] !== "1", "Part of the full run");
  test.setTimeout(1_800_000);
  const somebody = await aNewcomer(page, browser, baseURL);
  const places = await oneAddressOfEach(page, await placesToStart(request));
  const acts = await everyAct(page, request);
  const defects: string[] = [];
  for (const pair of everyPair) {
    await somebody.give(pair);
    defects.push(...(await defectsOf(somebody.request, pair, places)));
    for (const { name, at, fields } of acts.filter((act) => !holds(pair, act.needs))) {
      const status = (await sendForm(somebody.request, at, fields)).status();
      if (status !== 403) defects.push(`${pair.join(" and ")}, ${name}: answers ${status}`);
    }
  }
  await somebody.leave();
  expect(defects).toEqual([]);
});

/** Whether a page says something of the two together: not both alone open it, or not both together. */
function tells(route: string, pair: Pair): boolean {
  const needs = neededFor[route] ?? [];
  return needs.length > 0 && !pair.every((role) => holds([role], needs));
}

async function defectsOf(somebody: APIRequestContext, pair: Pair, places: Place[]): Promise<string[]> {
  const defects: string[] = [];
  for (const [route, address] of places) {
    const answer = await somebody.get(address);
    const isOpen = answer.status() < 400;
    if (isOpen !== holds(pair, neededAt(address) ?? [])) defects.push(`${route} answers ${answer.status()}`);
    defects.push(...closedLinks(await answer.text(), pair).map((link) => `${route} leads to ${link}`));
  }
  return defects.map((defect) => `${pair.join(" and ")}: ${defect}`);
}

/** Somebody the owner invites, and then gives other roles as often as it takes. */
async function aNewcomer(page: Page, browser: Browser, baseURL: string | undefined) {
  const email = `${randomText(8).toLowerCase()}@example.com`;
  const link = await invitationOf(page, email);
  const guest = await browser.newPage({ baseURL, javaScriptEnabled: false });
  await guest.goto(link);
  await guest.locator("#name").fill("Pia");
  await guest.locator("#password").fill("a good long password");
  await guest.getByRole("button", { name: "Join the team" }).click();
  await expect(guest).toHaveURL(new RegExp(home));
  await page.goto(`${home}/settings/team?q=${email}`);
  const member = await page.getByRole("row", { name: email }).getByRole("link").first().getAttribute("href");
  return {
    request: guest.request,
    async give(roles: Pair) {
      const at = `${member}/roles`;
      const fields = await fieldsOfForm(page, { at, having: "roles", typed: {} });
      const kept = fields.filter(([name]) => name !== "roles");
      await sendForm(page.request, at, [...kept, ...roles.map((role): [string, string] => ["roles", role])]);
    },
    leave: () => guest.close(),
  };
}
