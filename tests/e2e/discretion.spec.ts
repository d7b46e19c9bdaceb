import { type APIRequestContext, expect, test } from "@playwright/test";
import { demoKeys, demoSlug } from "#lib/demo/credentials";
import { demoPeople } from "#lib/demo/people";
import { translator } from "#lib/i18n/translator";
import { aDemoPayment, disputesOf } from "#tests/support/demo-payment";
import { emailOfRole } from "#tests/support/pages-roles";
import { sendSignIn, signIn } from "#tests/support/sign-in";

const authorization = { Authorization: `Bearer ${demoKeys.secret}` };

async function newestNames(request: APIRequestContext, resource: string): Promise<string[]> {
  const response = await request.get(`/v1/${resource}?limit=100`, { headers: authorization });
  const { data }: { data: { name: string | null }[] } = await response.json();
  return data.flatMap(({ name }) => name ?? []);
}

/** The names of the newest customers: what must not be read. A product or a colleague may be called so too. */
async function namesOfCustomers(request: APIRequestContext): Promise<string[]> {
  const others: string[] = [
    ...demoPeople.map(({ name }) => name),
    ...(await newestNames(request, "products")),
  ];
  const names = await newestNames(request, "customers");
  return names.filter((name) => name.includes(" ") && !others.some((other) => other.includes(name)));
}

/** Evidence names the customer: that form is whole for who may answer, and logged. The API's reference names examples. */
const leftOut = ["/counter", "/developers/reference"];

/** Every page that links lead to, one of each kind, as its HTML. */
async function walk(request: APIRequestContext, start: string[]): Promise<Map<string, string>> {
  const seen = new Set<string>();
  const pages = new Map<string, string>();
  const waiting = [...start];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const shape = next.replaceAll(/[a-z]+_\w{14,}/g, ":id").replace(/\?.*/, "");
    if (seen.has(shape)) continue;
    seen.add(shape);
    const response = await request.get(next);
    if (!response.ok()) continue;
    const html = await response.text();
    pages.set(next, html);
    for (const [, href = ""] of html.matchAll(/href="([^"]+)"/g)) {
      if (href.startsWith(`/${demoSlug}`) && !leftOut.some((part) => href.includes(part)))
        waiting.push(href.replaceAll("&amp;", "&"));
    }
  }
  return pages;
}

const emails = /[\w.+-]+@[\w-]+\.[\w.-]*\w/g;
/** One who answers banks; in the full run also those who read events, requests, exports, mails and the security history. */
const masked =
  process.env["TEST_FULL"] === "1"
    ? (["dispute_analyst", "sandbox_admin", "data_migration_specialist", "accountant"] as const)
    : (["dispute_analyst"] as const);

const ofTheTeam = /@(?:roles\.test|maison-lavande\.test)$/;

const nameOf = (role: (typeof masked)[number]) => translator("en", "roles")(`name.${role}`);

/** The emails and names of customers in a page. */
function shownIn(address: string, html: string, names: string[]): string[] {
  const clear = (html.match(emails) ?? []).filter((email) => !ofTheTeam.test(email));
  return [...clear, ...names.filter((name) => html.includes(name))].map((value) => `${address} ${value}`);
}

test("no page shows a masked role who a customer is, until it is revealed for a reason", async ({
  browser,
  page,
  request,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await signIn(page, "owner", `/${demoSlug}/settings/discretion`);
  for (const role of masked) await page.getByLabel(nameOf(role), { exact: true }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  const { id } = await aDemoPayment(request, { receipt_email: "ines.secret@example.com" });
  const payment = `/${demoSlug}/transactions/${id}`;
  const starts = [
    "",
    "/search?q=example.com",
    "/customers",
    "/developers/events",
    "/developers/logs",
    "/exports",
  ];
  const names = await namesOfCustomers(request);
  for (const role of masked) {
    const visitor = await browser.newContext({ baseURL });
    await sendSignIn(visitor.request, { email: emailOfRole(role), next: "/design" });
    const pages = await walk(visitor.request, [payment, ...starts.map((path) => `/${demoSlug}${path}`)]);
    expect(pages.size).toBeGreaterThan(10);
    expect([...pages].flatMap(([address, html]) => shownIn(address, html, names))).toEqual([]);
    await visitor.close();
  }

  const agent = await browser.newPage({ baseURL, javaScriptEnabled: false });
  await sendSignIn(agent.request, { email: emailOfRole("dispute_analyst"), next: "/design" });
  await agent.goto(payment);
  await expect(agent.getByText("i•••@•••").first()).toBeVisible();
  await agent.getByRole("link", { name: "Reveal" }).click();
  await agent.getByLabel("Why").fill("The customer is on the phone");
  await agent.getByRole("button", { name: "Reveal" }).click();
  await expect(agent.getByText("ines.secret@example.com").first()).toBeVisible();

  const disputed = await aDemoPayment(request, { payment_method: "pm_card_createDispute" });
  const dispute = `/${demoSlug}/transactions/disputes/${(await disputesOf(request, disputed.id))[0]}`;
  await agent.goto(`${dispute}/packet`);
  await expect(agent).toHaveURL(/\/reveal\/dispute\/du_/);
  await agent.goto(`${dispute}/counter/evidence`);
  const packet = await agent.request.get(`${dispute}/packet`);
  expect(packet.headers()["content-type"]).toBe("application/pdf");
  await agent.close();
  await page.goto(`/${demoSlug}/settings/discretion`);
  for (const role of masked) await page.getByLabel(nameOf(role), { exact: true }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
});
