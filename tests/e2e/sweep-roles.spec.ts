import { expect, type Page } from "@playwright/test";
import type { Permission } from "#lib/auth/permissions";
import { demoSlug } from "#lib/demo/credentials";
import { aDemoPayment } from "#tests/support/demo-payment";
import { crawl } from "#tests/support/pages-crawl";
import { type Fields, fieldsOfForm, saidBy, sendForm } from "#tests/support/pages-forms";
import { headerDefects } from "#tests/support/pages-headers";
import { neededFor } from "#tests/support/pages-permissions";
import { assignableRoles, holds, someRoles } from "#tests/support/pages-roles";
import { pageRoutes, routeOf } from "#tests/support/pages-routes";
import { signInAs } from "#tests/support/pages-sign-in";
import { aKeyToRevoke, placesOfOwner, placesToStart } from "#tests/support/pages-starts";
import { test } from "#tests/support/own-server";
import { signIn } from "#tests/support/sign-in";

const home = `/${demoSlug}`;
/** The full run sends everybody everywhere. */
const walkers = process.env["TEST_FULL"] === "1" ? assignableRoles : someRoles;
const isOfEnvironment = (route: string) => route.startsWith("/:environment");

test.use({ javaScriptEnabled: false });
test.beforeEach(() => test.setTimeout(300_000));

test("it is known of every page what it takes to open it", () => {
  expect(Object.keys(neededFor).sort()).toEqual(pageRoutes.filter(isOfEnvironment).sort());
});

test("a page opens to the roles that hold what it takes, and no link leads others there", async ({
  page,
  request,
  playwright,
  baseURL,
}) => {
  const addresses = await oneAddressOfEach(page, await placesToStart(request));
  expect(addresses.length).toBeGreaterThan(0.95 * Object.keys(neededFor).length);
  const defects: string[] = [];
  for (const role of walkers) {
    const somebody = await signInAs(role, { request: playwright.request, baseURL });
    for (const [route, address] of addresses) {
      const answer = await somebody.get(address);
      const html = await answer.text();
      const isOpen = answer.status() < 400;
      const mayOpen = holds(role, neededFor[route] ?? []);
      if (mayOpen && !isOpen) defects.push(`${role} ${route}: answers ${answer.status()}`);
      if (!mayOpen && isOpen) defects.push(`${role} ${route}: is open`);
      for (const defect of headerDefects(answer, html, "one")) defects.push(`${role} ${route}: ${defect}`);
      for (const link of closedLinks(html, role)) defects.push(`${role} ${route}: leads to ${link}`);
    }
    await somebody.dispose();
  }
  expect(defects).toEqual([]);
});

test("what a role lacks is refused, however it is asked", async ({ page, request, playwright, baseURL }) => {
  await placesToStart(request);
  await signIn(page, "owner", home);
  const acts = await everyAct(page, request);
  const before = await witnesses(page, acts);
  for (const role of walkers) {
    const somebody = await signInAs(role, { request: playwright.request, baseURL });
    for (const { at, needs, fields } of acts.filter((act) => !holds(role, act.needs))) {
      // Where the form stands, and where everybody may go.
      const refused = await sendForm(somebody, at, fields);
      expect(refused.status(), `what ${role} sent to ${at}`).toBe(403);
      await sendForm(somebody, `${home}/settings/user`, fields);
      expect(needs).not.toEqual([]);
    }
    await somebody.dispose();
    expect(await witnesses(page, acts), `after what ${role} sent`).toEqual(before);
  }

  // The same forms do what they say for somebody who may.
  const admin = await signInAs("admin", { request: playwright.request, baseURL });
  for (const act of acts) {
    const earlier = await witnesses(page, [act]);
    await sendForm(admin, act.at, act.fields);
    expect(await witnesses(page, [act]), act.name).not.toEqual(earlier);
  }
});

interface Act {
  name: string;
  /** Where its form stands. */
  at: string;
  needs: Permission[];
  fields: Fields;
  /** The page that says whether it was done. */
  witness: string;
  /** What the lines of it that count name: on a page of things that other tests make too. */
  about?: string;
}

/** Every form that changes something for others, filled in. */
async function everyAct(page: Page, request: Parameters<typeof aDemoPayment>[0]): Promise<Act[]> {
  const payment = `${home}/transactions/${(await aDemoPayment(request)).id}`;
  const held = `${home}/transactions/${(await aDemoPayment(request, { capture_method: "manual" })).id}`;
  const kept = `${home}/transactions/${(await aDemoPayment(request, { capture_method: "manual" })).id}`;
  const keys = `${home}/settings/keys`;
  const account = `${home}/settings/account`;
  const hooks = `${home}/developers/webhooks`;
  const team = `${home}/settings/team`;
  const retention = `${home}/settings/security/retention`;
  const product = `${home}/settings/activation/product`;
  const schedule = `${home}/balances/schedule`;
  const newcomer = `sweep${Date.now()}@example.com`;
  const disputed = (await aDemoPayment(request, { payment_method: "pm_card_createDispute" })).id;
  const dispute = await firstLink(page, `${home}/transactions/${disputed}`, "/disputes/du_");
  const key = await aKeyToRevoke(page);
  const hook = (await firstLink(page, hooks, `${hooks}/we_`)).split("?")[0] ?? "";
  const act = async (
    name: string,
    needs: Permission[],
    form: { having: string; typed?: Record<string, string> } & Pick<Act, "at" | "witness" | "about">,
  ): Promise<Act> => {
    const { having, typed = {}, ...where } = form;
    return { name, needs, ...where, fields: await fieldsOfForm(page, { at: where.at, having, typed }) };
  };
  return [
    await act("metadata", ["payments:write"], {
      at: `${payment}/metadata`,
      having: "name-0",
      typed: { "name-0": "shelf", "value-0": "B7" },
      witness: payment,
    }),
    await act("receipt", ["receipts:send"], {
      at: `${payment}/receipt`,
      having: "to",
      typed: { to: "ada@example.com" },
      witness: payment,
    }),
    await act("refund", ["refunds:write"], {
      at: `${payment}/refund`,
      having: "reason",
      typed: { amount: "1.00", reason: "duplicate" },
      witness: payment,
    }),
    await act("capture", ["payments:write"], { at: `${held}/capture`, having: "amount", witness: held }),
    await act("cancel", ["payments:write"], {
      at: `${kept}/cancel`,
      having: "reason",
      typed: { reason: "duplicate" },
      witness: kept,
    }),
    await act("account", ["account:write"], {
      at: account,
      having: "supportPhone",
      typed: { supportPhone: "+33 1 23 45 67 89" },
      witness: account,
    }),
    await act("new key", ["keys:write"], {
      at: `${keys}/new/secret`,
      having: "kind",
      typed: { name: `Sweep ${Date.now()}` },
      witness: keys,
    }),
    await act("revoke", ["keys:write"], { at: `${key}/revoke`, having: "id", witness: keys }),
    await act("new webhook", ["webhooks:write"], {
      at: `${hooks}/new`,
      having: "url",
      typed: { url: "http://127.0.0.1:9/others" },
      witness: hooks,
    }),
    await act("edit webhook", ["webhooks:write"], {
      at: `${hook}/edit`,
      having: "url",
      typed: { description: "Changed by hand" },
      witness: hook,
      about: "Changed by hand",
    }),
    await act("roll secret", ["webhooks:write"], {
      at: `${hook}/secret`,
      having: "overlapHours",
      witness: hook,
      about: "Old secret valid until",
    }),
    await act("delete webhook", ["webhooks:write"], { at: `${hook}/delete`, having: "id", witness: hooks }),
    await act("invitation", ["members:write"], {
      at: `${team}/invite`,
      having: "emails",
      typed: { emails: newcomer, roles: "view_only" },
      witness: team,
      about: newcomer,
    }),
    await act("retention", ["admins:grant"], {
      at: retention,
      having: "days",
      typed: { days: "730" },
      witness: retention,
    }),
    await act("application", ["account:write"], {
      at: product,
      having: "description",
      typed: { description: `Soap and candles ${Date.now()}` },
      witness: product,
    }),
    await act("payout", ["payouts:write"], {
      at: `${home}/balances/payouts/new`,
      having: "amount",
      typed: { amount: "1.37" },
      witness: `${home}/balances/payouts`,
      about: "1.37",
    }),
    await act("schedule", ["payout_schedule:write"], {
      at: schedule,
      having: "interval",
      typed: { interval: "monthly" },
      witness: schedule,
    }),
    await act("accept dispute", ["disputes:write"], {
      at: `${dispute}/accept`,
      having: "dispute",
      // The dispute's own page tells of others with the same card, as other tests make them.
      witness: `${dispute}/accept`,
    }),
  ];
}

async function firstLink(page: Page, at: string, part: string): Promise<string> {
  await page.goto(at);
  return (await page.locator(`main a[href*="${part}"]`).first().getAttribute("href")) ?? "";
}

/** What the pages say that tell whether each act was done. */
async function witnesses(page: Page, acts: Act[]): Promise<Record<string, string[]>> {
  const said: Record<string, string> = {};
  for (const { witness } of acts) said[witness] ??= await saidBy(page, witness);
  const linesOf = ({ witness, about = "" }: Act) =>
    (said[witness] ?? "").split("\n").filter((line) => line.includes(about));
  return Object.fromEntries(acts.map((act) => [act.name, linesOf(act)]));
}

/** An address of every page, as the owner finds them. */
async function oneAddressOfEach(page: Page, starts: string[]): Promise<[route: string, address: string][]> {
  await signIn(page, "owner", home);
  const addresses = new Map<string, string>();
  await crawl(page, {
    starts: [...starts, ...(await placesOfOwner(page))],
    most: 1,
    visit: async (browser, address) => {
      const route = routeOf(address);
      // Files are no pages.
      if (route === null) return { problems: [], links: [] };
      const answer = await browser.request.get(address);
      if (isOfEnvironment(route)) addresses.set(route, address);
      return { problems: [], links: linksIn(await answer.text()) };
    },
  });
  return [...addresses];
}

/** Links to pages of the environment that this role may not open. */
function closedLinks(html: string, role: (typeof assignableRoles)[number]): string[] {
  return linksIn(html).filter((href) => {
    const needs = href.startsWith(home) ? neededFor[routeOf(href) ?? ""] : undefined;
    return needs !== undefined && !holds(role, needs);
  });
}

/** Where the page's links lead on this site, each once. */
function linksIn(html: string): string[] {
  const links = [...html.matchAll(/<a [^>]*href="(\/[^"#]*)"/g)].map(([, href = ""]) => href);
  return [...new Set(links)].map((href) => href.replaceAll("&amp;", "&"));
}
