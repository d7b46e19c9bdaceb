import { type APIRequestContext, type APIResponse, expect, type Page, test } from "@playwright/test";
import type Stripe from "stripe";
import { demoPassword, demoSlug } from "#lib/demo/credentials";
import { demoApi } from "#tests/support/demo-api";
import { fieldsOfForm, sendForm } from "#tests/support/pages-forms";
import { headerDefects } from "#tests/support/pages-headers";
import { sendSignIn, signIn } from "#tests/support/sign-in";

const home = `/${demoSlug}`;
const email = "support@maison-lavande.test";
const session = "next-auth.session-token";

test("every page outside the dashboard has the headers that a scanner looks for, and dead links are not found", async ({
  request,
}) => {
  for (const [path, status] of [
    ["/sign-in", 200],
    ["/forgot", 200],
    ["/join/nobody", 404],
    ["/reset/nobody", 404],
    ["/account/email/nobody", 404],
    ["/two-step/nobody", 404],
    ["/receipts/nobody", 404],
    ["/bank-details/1/nobody/nobody", 404],
  ] as const) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(status);
    expect(headerDefects(answer, await answer.text(), "all"), path).toEqual([]);
  }
});

test("who looks at headers sees what is missing", async ({ request }) => {
  const bare = await request.get("/healthz");
  const html = `<script src="/x.js"></script><img src="x" onerror="alert(1)">`;
  expect(headerDefects(bare, html, "one").join("\n")).toMatch(
    /x-frame-options is "".*frame-ancestors.*may be kept: "no-store".*no nonce: <script.*acts by itself: <img/s,
  );
});

test("signing in replaces a session that somebody planted, by a cookie for no script", async ({
  request,
}) => {
  const planted = "planted-by-somebody-else";
  const form = await request.get("/sign-in");
  const [token] = cookiesOf(form, "next-auth.csrf-token");
  expect(token).toMatch(/; Path=\/; HttpOnly; SameSite=lax$/i);
  const answer = await request.post("/api/auth/callback/credentials", {
    form: { csrfToken: tokenIn(await form.text()), email, password: demoPassword, next: home },
    headers: { Cookie: `${session}=${planted}; ${token?.split(";")[0]}` },
    maxRedirects: 0,
  });
  expect(answer.headers()["location"]).toBe(home);
  const made = cookiesOf(answer, session);
  expect(made).toHaveLength(1);
  expect(made[0]).toMatch(/; Path=\/;.*HttpOnly; SameSite=lax/i);
  expect(made[0]).not.toContain(planted);
});

test("whoever signs in is led to a path of ours, whatever the form says", async ({ playwright, baseURL }) => {
  for (const [next, path] of [
    ["https://evil.test/", "/"],
    ["//evil.test", "/"],
    ["/\\evil.test", "/"],
    ["/..//evil.test", "/"],
    ["javascript:alert(1)", "/"],
    ["/x\r\nSet-Cookie: planted=1", "/xSet-Cookie:%20planted=1"],
  ] as const) {
    const somebody = await playwright.request.newContext({ baseURL });
    const answer = await sendAsTyped(somebody, { next });
    await somebody.dispose();
    expect(answer.status()).toBe(303);
    expect(answer.headers()["location"], next).toBe(path);
    expect(cookiesOf(answer, "planted")).toEqual([]);
  }
});

test("a form without this browser's token signs nobody in", async ({ request }) => {
  const answer = await sendAsTyped(request, { csrfToken: "0".repeat(64) });
  expect(answer.headers()["location"]).toMatch(/^\/sign-in\?/);
  expect(cookiesOf(answer, session)).toEqual([]);
});

test("a form of another site is refused, also from a browser that is signed in here", async ({ request }) => {
  await sendSignIn(request, { email, next: home });
  for (const path of [`${home}/settings/user`, "/api/auth/callback/credentials"]) {
    const answer = await request.post(path, {
      multipart: { name: "Mallory" },
      headers: { Origin: "https://evil.test" },
    });
    expect(answer.status(), path).toBe(403);
  }
});

test("a host that a request names leads nowhere", async ({ request }) => {
  const answer = await request.get(home, {
    headers: { Host: "evil.test", "X-Forwarded-Host": "evil.test" },
    maxRedirects: 0,
  });
  expect(answer.headers()["location"]).toBe(`/sign-in?${new URLSearchParams({ next: home }).toString()}`);
});

test("a wrong password is answered like an email that nobody has", async ({ playwright, baseURL }) => {
  const told = [];
  for (const typed of [email, "nobody@maison-lavande.test"]) {
    const somebody = await playwright.request.newContext({ baseURL });
    const answer = await sendAsTyped(somebody, { email: typed, password: "a guess" });
    const page = await (await somebody.get(answer.headers()["location"] ?? "")).text();
    await somebody.dispose();
    told.push([answer.status(), answer.headers()["location"], textOf(page)]);
  }
  expect(told[0]?.join()).toContain("This email and password do not belong together.");
  expect(told[0]).toEqual(told[1]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a new password is asked for with the same answer by somebody and by nobody", async ({ page }) => {
    const told = [];
    for (const typed of ["owner@maison-lavande.test", "nobody@maison-lavande.test"]) {
      const fields = await fieldsOfForm(page, { at: "/forgot", having: "email", typed: { email: typed } });
      const answer = await sendForm(page.request, "/forgot", fields);
      told.push([answer.status(), textOf(await answer.text()), cookiesOf(answer, "").length]);
    }
    expect(told[0]?.join()).toContain("If somebody signs in with this email, a link is on its way to it.");
    expect(told[0]).toEqual(told[1]);
  });
});

test("what people and programs wrote stays text on every page that shows it", async ({ page, baseURL }) => {
  const { customer, payment, receipt, product } = await written(baseURL);
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await signIn(page, "owner", `${home}/settings/keys/new/publishable`);
  await page.getByLabel("Name").fill(payload);
  await page.getByRole("button", { name: "Create the key" }).click();
  await expect(page.getByText("Copy your new key now")).toBeVisible();

  for (const path of [
    `${home}/customers`,
    `${home}/customers/${customer}/edit`,
    `${home}/transactions`,
    `${home}/transactions/${payment}/metadata`,
    `${home}/products`,
    `${home}/search?q=${encodeURIComponent(payload)}`,
    `${home}/developers/events`,
    `${home}/developers/logs`,
    `${home}/settings/security`,
  ]) {
    const answer = await page.request.get(path);
    expect(headerDefects(answer, await answer.text(), "one"), path).toEqual([]);
  }
  for (const path of [
    `${home}/customers/${customer}`,
    `${home}/transactions/${payment}`,
    `${home}/products/${product}`,
    `${home}/settings/keys`,
    receipt,
  ]) {
    await expectShownAsText(page, path);
  }
  expect(dialogs).toEqual([]);
});

const payload = `"><script>alert(1)</script><img src=x onerror=alert(2)>'`;

/** Made through the API, with markup wherever a text is taken. */
async function written(baseURL: string | undefined) {
  const stripe = demoApi(baseURL);
  const product = await stripe.products.create({ name: payload, description: payload });
  const customer = await stripe.customers.create({
    name: payload,
    description: payload,
    metadata: { note: payload },
    address: { line1: payload, city: payload },
  });
  const payment = await stripe.paymentIntents.create({
    amount: 500,
    currency: "eur",
    customer: customer.id,
    description: payload,
    metadata: { order: payload },
    payment_method: "pm_card_visa",
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    confirm: true,
    expand: ["latest_charge"],
  });
  const charge = payment.latest_charge as Stripe.Charge;
  const receipt = new URL(charge.receipt_url ?? "").pathname;
  return { customer: customer.id, payment: payment.id, product: product.id, receipt };
}

async function expectShownAsText(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect(await answer?.text(), path).not.toMatch(/<script>alert|<img src=x/);
  await expect(page.locator("main"), path).toContainText(payload);
}

/** What the sign-in form sends, with some of it changed. The answer is not followed. */
async function sendAsTyped(somebody: APIRequestContext, typed: Record<string, string>): Promise<APIResponse> {
  const csrfToken = tokenIn(await (await somebody.get("/sign-in")).text());
  return somebody.post("/api/auth/callback/credentials", {
    form: { csrfToken, email, password: demoPassword, next: home, ...typed },
    maxRedirects: 0,
  });
}

function tokenIn(html: string): string {
  return /name="csrfToken" value="([^"]+)"/.exec(html)?.[1] ?? "";
}

/** The cookies that an answer sets, by the beginning of their name. */
function cookiesOf(answer: APIResponse, name: string): string[] {
  return answer
    .headersArray()
    .filter((header) => header.name.toLowerCase() === "set-cookie" && header.value.startsWith(name))
    .map(({ value }) => value);
}

/** What is read on a page. */
function textOf(html: string): string {
  return html.replaceAll(/<script\b.*?<\/script>/gs, "").replaceAll(/<[^>]*>/g, " ");
}
