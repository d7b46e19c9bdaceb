import type { APIRequestContext, Page } from "@playwright/test";
import { demoKeys, demoSlug } from "#lib/demo/credentials";
import { aReturnThatWaits } from "./demo-cash.ts";
import { aDemoPayment } from "./demo-payment.ts";

/** Where a walk through the dashboard begins: home, and what no link leads to unless it was made just now. */
export async function placesToStart(request: APIRequestContext): Promise<string[]> {
  await anEndpoint(request);
  const payment = await aDemoPayment(request);
  const payout = await aDemoPayout(request);
  const held = await aDemoPayment(request, { capture_method: "manual" });
  const disputed = await aDemoPayment(request, { payment_method: "pm_card_createDispute" });
  const likelyWon = await aDemoPayment(request, { payment_method: "pm_card_createCe3EligibleDispute" });
  const refused = await request.get("/v1/payment_intents/pi_nobody", { headers: authorization });
  const { error } = await refused.json();
  return [
    `/${demoSlug}`,
    `/${demoSlug}/customers/bulk/delete`,
    `/${demoSlug}/transactions/disputes/bulk/accept`,
    `/${demoSlug}/transactions/bulk/metadata`,
    `/${demoSlug}/transactions/bulk/receipts`,
    `/${demoSlug}/transactions/bulk/refund`,
    `/${demoSlug}/transactions/${held.id}`,
    `/${demoSlug}/transactions/${payment.id}`,
    `/${demoSlug}/balances/payouts/${payout}`,
    `/${demoSlug}/transactions/${disputed.id}`,
    `/${demoSlug}/transactions/disputes/${await disputeOf(request, disputed.id)}/counter/earlier`,
    `/${demoSlug}/transactions/${likelyWon.id}`,
    ...(await placesOfCatalogue(request)),
    `/${demoSlug}/customers/${(await aReturnThatWaits(request)).customer}`,
    `/${demoSlug}/customers/${await aCustomerWithCard(request)}`,
    `/${demoSlug}/settings/user/confirm`,
    `/${demoSlug}/reveal/payment/${payment.id}`,
    `/${demoSlug}/search?q=nobody@example.com`,
    new URL(error.request_log_url).pathname,
  ];
}

async function aCustomerWithCard(request: APIRequestContext): Promise<string> {
  const form = { name: "Who keeps a card", payment_method: "pm_card_visa" };
  const response = await request.post("/v1/customers", { form, headers: authorization });
  if (!response.ok()) throw new Error(await response.text());
  return (await response.json()).id;
}

/** A claim of fraud: only there does a form lead to what was paid earlier. */
async function disputeOf(request: APIRequestContext, paymentIntent: string): Promise<string> {
  const response = await request.get("/v1/disputes", {
    params: { payment_intent: paymentIntent },
    headers: authorization,
  });
  return (await response.json()).data[0].id;
}

/** A price that is not its product's default, and a coupon that still takes codes and has one. */
async function placesOfCatalogue(request: APIRequestContext): Promise<string[]> {
  const make = async (path: string, form: Record<string, string>) => {
    const response = await request.post(path, { form, headers: authorization });
    if (!response.ok()) throw new Error(await response.text());
    return response.json();
  };
  const price = await make("/v1/prices", {
    currency: "eur",
    unit_amount: "1500",
    "product_data[name]": "Candle for the walk",
  });
  const coupon = await make("/v1/coupons", { percent_off: "5" });
  await make("/v1/promotion_codes", { "promotion[type]": "coupon", "promotion[coupon]": coupon.id });
  return [
    `/${demoSlug}/products/${price.product}/prices/${price.id}`,
    `/${demoSlug}/products/coupons/${coupon.id}`,
  ];
}

/** One that the bank does not have yet, so that it can be canceled. Of money that is there at once. */
async function aDemoPayout(request: APIRequestContext): Promise<string> {
  const paid = { amount: "5000", currency: "eur", payment_method: "pm_card_bypassPending", confirm: "true" };
  const form = { ...paid, "payment_method_types[]": "card" };
  await request.post("/v1/payment_intents", { form, headers: authorization });
  const sent = { form: { amount: "1000", currency: "eur" }, headers: authorization };
  const response = await request.post("/v1/payouts", sent);
  if (!response.ok()) throw new Error(await response.text());
  return (await response.json()).id;
}

/** What only who runs the business reaches: a colleague who can be changed, a key that is in use, a note and a file of theirs. */
export async function placesOfOwner(page: Page): Promise<string[]> {
  await page.goto(`/${demoSlug}/settings/team`);
  const colleague = page
    .locator("tr", { hasText: "viewer@maison-lavande.test" })
    .locator('a[href*="/members/"]');
  const member = (await colleague.first().getAttribute("href")) ?? "";
  return [
    member,
    // No link leads there as long as there is nothing to reset.
    `${member}/two-step`,
    await aKeyToRevoke(page),
    await aNotedPayment(page),
    await anImport(page, "customers/import", "name,email\nWalker,walker@example.com\n"),
    await anImport(page, "products/import/coupons", "name,percent_off\nWalk,10\n"),
    await aBulkRun(page),
    await anExport(page),
    ...(await placesOfBankDetails(page)),
  ];
}

/** Where two customers say which bank account takes back what they sent ahead: one is asked, one has answered. */
async function placesOfBankDetails(page: Page): Promise<string[]> {
  const email = `${Date.now()}.fill_never@example.com`;
  for (const _customer of ["asked", "answers"]) await aReturnThatWaits(page.request, email);
  const read = async (path: string) => (await page.request.get(`/${demoSlug}/outbox${path}`)).text();
  const mails = new Set((await read(`?q=${email}`)).match(/\/mail_\w+/g));
  const texts = await Promise.all([...mails].map(read));
  const places = texts.map((text) => /\/bank-details\/[\w/-]+/.exec(text)?.[0] ?? "");
  await page.goto(places[0] ?? "");
  const number = page.locator("main [name=number]");
  await number.fill("DE89370400440532013000");
  await page.locator("main form button[type=submit]").click();
  await number.waitFor({ state: "detached" });
  return places;
}

/** The address of a file whose columns somebody still says what they are. */
async function anImport(page: Page, where: string, file: string): Promise<string> {
  await page.goto(`/${demoSlug}/${where}`);
  const sent = { name: "walk.csv", mimeType: "text/csv", buffer: Buffer.from(file) };
  await page.locator("main [name=file]").setInputFiles(sent);
  await page.locator("main form button").first().click();
  await page.waitForURL(new RegExp(`/${where}/imp_`));
  return new URL(page.url()).pathname;
}

/** The address of a file that who is signed in had written. */
async function anExport(page: Page): Promise<string> {
  await page.goto(`/${demoSlug}/exports/new?of=payouts`);
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(/\/exports\/exp_/);
  return new URL(page.url()).pathname;
}

/** The address of a payment with a note of who is signed in, to be changed or deleted. */
async function aNotedPayment(page: Page): Promise<string> {
  await page.goto(`/${demoSlug}/transactions`);
  const address = (await page.locator("main .ui-row-link").first().getAttribute("href")) ?? "";
  await page.goto(address);
  await page.locator("main [name=text]").fill("Asked for an invoice");
  await page
    .locator("main form", { has: page.locator("[name=text]") })
    .locator("button[type=submit]")
    .click();
  await page.locator('main a[href*="/notes/"]').first().waitFor();
  return address;
}

/** The address of a run that waits to be confirmed. */
async function aBulkRun(page: Page): Promise<string> {
  await page.goto(`/${demoSlug}/transactions?status=succeeded`);
  await page.locator("main tbody [name=id]").first().check();
  await page.locator("main [name=act][value=receipt]").click();
  await page.waitForURL(/selection=/);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(/\/bulk\/bulk_/);
  return new URL(page.url()).pathname;
}

/** The address of a new key: those that other tests use are left alone. */
export async function aKeyToRevoke(page: Page): Promise<string> {
  const keys = `/${demoSlug}/settings/keys`;
  const name = `To be revoked ${Date.now()}`;
  await page.goto(`${keys}/new/publishable`);
  await page.locator("main [name=name]").fill(name);
  await page.locator("main form button").first().click();
  await page.getByText(/^pk_test_\w+$/).waitFor();
  await page.goto(keys);
  return (await page.getByRole("link", { name }).first().getAttribute("href")) ?? "";
}

/** Nobody listens there, so what is delivered fails, and is shown as failed. */
async function anEndpoint(request: APIRequestContext): Promise<void> {
  const { data } = await (await request.get("/v1/webhook_endpoints", { headers: authorization })).json();
  if (data.length > 0) return;
  const form = { url: "http://127.0.0.1:9/hooks", "enabled_events[]": "*" };
  const response = await request.post("/v1/webhook_endpoints", { form, headers: authorization });
  if (!response.ok()) throw new Error(await response.text());
}

const authorization = { Authorization: `Bearer ${demoKeys.secret}` };
