import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { demoPassword } from "#lib/demo/credentials";
import { signIn } from "#tests/support/sign-in";

// What the analyst chooses (language, sessions) is changed here: other tests leave the analyst be.
const home = "/maison-lavande-test";
const settings = `${home}/settings`;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("signing in gives the email back after a wrong password, then leads where one was going", async ({
      page,
    }) => {
      await page.goto(`${settings}/team?x=1`);
      await page.getByLabel("Email").fill("viewer@maison-lavande.test");
      await page.getByLabel("Password").fill("a guess");
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByRole("alert").first()).toHaveText(
        "This email and password do not belong together.",
      );
      await expect(page.getByLabel("Email")).toHaveValue("viewer@maison-lavande.test");
      await expect(page.getByLabel("Password")).toHaveValue("");
      await page.getByLabel("Password").fill(demoPassword);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page).toHaveURL(`${settings}/team?x=1`);
      await expect(page.getByRole("table")).toContainText("Inès Moreau (you)");
    });

    test("signing out ends the session, also for who kept the cookie", async ({ page, context }) => {
      await signIn(page, "viewer", `${settings}/account`);
      const kept = await context.cookies();
      await page.locator("summary[aria-label='Your profile']").click();
      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(page).toHaveURL(/\/sign-in$/);
      await context.addCookies(kept);
      await page.goto(settings);
      await expect(page).toHaveURL(/\/sign-in/);
    });

    test("a browser signed out from another one is out at its next page", async ({
      page,
      browser,
      baseURL,
    }) => {
      const other = await browser.newPage({ baseURL, javaScriptEnabled, userAgent: "curl/8 (elsewhere)" });
      await signIn(other, "analyst", settings);
      await signIn(page, "analyst", `${settings}/user`);
      await page.getByRole("button", { name: "Sign out everywhere else" }).click();
      await expect(page.getByRole("button", { name: "Sign out everywhere else" })).toHaveCount(0);
      await other.goto(settings);
      await expect(other).toHaveURL(/\/sign-in/);
      await other.close();
    });

    test("account details come back with what is wrong, then are saved", async ({ page }) => {
      await signIn(page, "admin", `${settings}/account`);
      await page.getByLabel("Website").fill("maison");
      await page.getByLabel("Descriptor prefix").fill("M*");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("alert").first()).toContainText("2 things need your attention");
      await expect(page.getByLabel("Website")).toHaveValue("maison");
      await expect(page.getByLabel("Website")).toHaveAccessibleDescription(/not a web address/);
      await page.getByLabel("Website").fill("https://maison-lavande.test");
      await page.getByLabel("Descriptor prefix").fill("LAVANDE");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("Saved.")).toBeVisible();
      await page.reload();
      await expect(page.getByLabel("Descriptor prefix")).toHaveValue("LAVANDE");
    });

    test("a key is shown once, and revoked with a word on what that means", async ({ page }) => {
      await signIn(page, "developer", `${settings}/keys`);
      await page.getByRole("link", { name: "Create a restricted key" }).click();
      const name = `Shop ${Date.now()}`;
      await page.getByLabel("Name").fill(name);
      await page.getByRole("button", { name: "Create the key" }).click();
      await expect(page.getByText("Choose at least one permission.").first()).toBeVisible();
      await expect(page.getByLabel("Name")).toHaveValue(name);
      await page.getByLabel("event", { exact: true }).selectOption("Read");
      await page.getByLabel("Allowed addresses").fill("127.0.0.1\n::1");
      await page.getByRole("button", { name: "Create the key" }).click();
      await expect(page.getByText("Copy your new key now")).toBeVisible();
      const shown = page.getByText(/^rk_test_\w{40}$/);
      await expect(shown).toBeVisible();
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await shown.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);

      await page.getByRole("link", { name: "Back to the keys" }).last().click();
      await expect(page.getByText(/^rk_test_\w{40}$/)).toHaveCount(0);
      await page.getByRole("link", { name }).click();
      await expect(page.getByText("rak_event_read")).toBeVisible();
      await page.getByRole("link", { name: "Roll" }).click();
      await page.getByRole("button", { name: "Make the new key" }).click();
      await expect(page.getByText("Copy your new key now")).toBeVisible();
      await page.getByRole("link", { name: "Back to the key" }).last().click();
      await expect(page.getByRole("link", { name: "the new key" })).toBeVisible();
      await page.getByRole("link", { name: "Revoke" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Revoke “${name}”?`);
      await page.getByRole("button", { name: "Revoke the key" }).click();
      await expect(page.getByRole("row", { name }).filter({ hasText: "Revoked" })).toBeVisible();
    });
  });
}

test("a form sent again after going back makes one key", async ({ page }) => {
  await signIn(page, "developer", `${settings}/keys/new/secret`);
  const form = page.locator("form", { has: page.locator("[name=one_time_key]") });
  const name = `Twice ${Date.now()}`;
  const key = await form.locator("[name=one_time_key]").inputValue();
  for (const round of [1, 2]) {
    await page.goto(`${settings}/keys/new/secret?round=${round}`);
    await form
      .locator("[name=one_time_key]")
      .evaluate((field: HTMLInputElement, value) => (field.value = value), key);
    await page.getByLabel("Name").fill(name);
    await page.getByRole("button", { name: "Create the key" }).click();
    await expect(
      page.getByText(round === 1 ? "Copy your new key now" : /created already|sent before/),
    ).toBeVisible();
  }
  await page.goto(`${settings}/keys`);
  await expect(page.getByRole("row", { name })).toHaveCount(1);
});

test("the profile's language is the page's, whatever the browser says", async ({ page }) => {
  await signIn(page, "analyst", `${settings}/user`);
  await page.getByLabel("Language").selectOption("fr");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await page.goto(`${settings}/user`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Paramètres personnels");
  await page.getByLabel("Langue").selectOption("");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.goto(`${settings}/user`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Personal settings");
});

test("what a role may not is neither offered nor given", async ({ page }) => {
  await signIn(page, "viewer", settings);
  await expect(page.getByRole("link", { name: "API keys" })).toHaveCount(0);
  for (const path of ["keys", "keys/new/secret", "keys/mk_1/revoke"]) {
    const answer = await page.goto(`${settings}/${path}`);
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your role does not open this page");
  }
  await page.goto(`${settings}/account`);
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
});

test("another account is not there, like one that does not exist", async ({ page }) => {
  await signIn(page, "viewer", settings);
  const bodies = [];
  for (const slug of ["kestrel-co-test", "no-such-test"]) {
    const answer = await page.goto(`/${slug}/settings`);
    expect(answer?.status()).toBe(404);
    bodies.push(await page.getByRole("main").innerText());
  }
  expect(bodies[0]).toBe(bodies[1]);
});

test("a live environment says why it is locked", { tag: "@phone" }, async ({ page, isMobile }) => {
  await signIn(page, "owner", settings);
  if (isMobile) await page.getByRole("link", { name: "More" }).click();
  await page.locator("summary[title='Switch account or environment']").click();
  await page.getByRole("link", { name: "Live (not open yet)" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Live payments are not open yet");
  await page.getByRole("link", { name: "Back to the dashboard" }).click();
  await expect(page).toHaveURL(new RegExp(home));
});

test("signing in never leads to another site", async ({ page }) => {
  for (const next of [
    "//elsewhere.test/x",
    "/\\elsewhere.test",
    "https://elsewhere.test",
    "/%09/elsewhere.test",
  ]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?${new URLSearchParams({ next }).toString()}`);
    await page.getByLabel("Email").fill("viewer@maison-lavande.test");
    await page.getByLabel("Password").fill(demoPassword);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).not.toHaveURL(/sign-in/);
    expect(new URL(page.url()).hostname).toBe("localhost");
  }
});

test("a sign-in form from another site is refused", async ({ request }) => {
  const answer = await request.post("/api/auth/callback/credentials", {
    form: { email: "viewer@maison-lavande.test", password: demoPassword, csrfToken: "made up" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  expect(answer.headers()["location"]).toBe("/sign-in");
  expect(answer.headers()["set-cookie"]).not.toContain("session-token");
});

test("pages carry the headers that protect them, and cookies are for the server alone", async ({
  page,
  context,
}) => {
  await signIn(page, "viewer", settings);
  const answer = await page.goto(settings);
  const headers = answer?.headers() ?? {};
  expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
  expect(headers["cache-control"]).toContain("no-store");
  for (const cookie of await context.cookies()) {
    if (cookie.name !== "theme")
      expect(cookie, cookie.name).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  }
});

test("no script of the page breaks its content security policy", async ({ page }) => {
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await signIn(page, "owner", settings);
  for (const path of ["", "/account", "/user", "/team", "/keys", "/keys/new/restricted"]) {
    await page.goto(settings + path, { waitUntil: "networkidle" });
  }
  expect(problems).toEqual([]);
});

test("axe finds nothing on the sign-in page, which hides passwords and tells managers whose they are", async ({
  page,
}) => {
  await page.goto("/sign-in");
  const password = page.getByLabel("Password");
  await expect(password).toHaveAttribute("type", "password");
  await expect(password).toHaveAttribute("autocomplete", "current-password");
  await expect(page.getByLabel("Email")).toHaveAttribute("autocomplete", "username");
  const mayPaste = await password.evaluate((field) =>
    field.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true })),
  );
  expect(mayPaste).toBe(true);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
});
