import { expect, test } from "@playwright/test";
import { demoApi } from "#tests/support/demo-api";

test.describe("what no page can answer is refused in words", () => {
  test.skip(() => test.info().project.name === "phone", "Nothing here has a size");

  for (const path of ["/receipts/%ff", "/receipts/%", "/maison-lavande-test/transactions/%ff"]) {
    test(`${path} is not found, also without scripts`, async ({ request }) => {
      const answer = await request.get(path);
      expect(answer.status()).toBe(404);
      expect(await answer.text()).toContain("Nothing is here");
    });
  }

  for (const path of ["/sign-in", "/maison-lavande-test/transactions", "/receipts/abc"]) {
    test(`a broken form to ${path} is the sender's mistake`, async ({ request }) => {
      for (const type of ["multipart/form-data", "multipart/form-data; boundary=abc"]) {
        const answer = await request.post(path, { data: "x", headers: { "Content-Type": type } });
        expect(answer.status()).toBe(400);
        expect(await answer.text()).toBe(
          "This form could not be read. Go back, reload the page and send it again.\n",
        );
      }
    });
  }

  for (const origin of ["http://evil.test", "null"]) {
    test(`a form from ${origin} is another site's`, async ({ request }) => {
      const answer = await request.post("/sign-in", {
        multipart: { email: "ada@example.com" },
        headers: { Origin: origin, "Accept-Language": "fr" },
      });
      expect(answer.status()).toBe(403);
      expect(await answer.text()).toMatch(/^Ce formulaire a été envoyé depuis un autre site/);
    });
  }

  test("a proxy in front may rename the host, where the form comes from the public address", async ({
    request,
    baseURL,
  }) => {
    const answer = await request.post("/sign-in", {
      multipart: { email: "ada@example.com" },
      headers: { Origin: baseURL ?? "", Host: "inner.test" },
    });
    expect(answer.status()).toBe(400);
    expect(await answer.text()).toBe("Invalid Server Action request.");
  });

  for (const path of ["/v1", "/v2", "/v2/core/events"]) {
    test(`${path} is answered in the API's words`, async ({ request }) => {
      const answer = await request.get(path, { maxRedirects: 0 });
      expect(answer.status()).toBe(404);
      expect(await answer.json()).toMatchObject({
        error: { message: expect.stringContaining(`Unrecognized request URL (GET: ${path})`) },
      });
    });
  }

  test("where a form belongs that a browser sends back is read as anything it sends", async ({
    request,
    baseURL,
  }) => {
    const before = Math.floor(Date.now() / 1000) - 60 * 86_400;
    const stripe = demoApi(baseURL);
    const waiting = await stripe.paymentIntents.create({
      ...{ amount: 1200, currency: "eur", payment_method: "pm_card_authenticationRequired" },
      ...{ confirm: true, return_url: "https://shop.example/done" },
    });
    const { data } = await stripe.charges.list({ created: { lt: before }, limit: 100 });
    const asked = waiting.next_action?.redirect_to_url?.url ?? "";
    const old = data.find((charge) => charge.receipt_url)?.receipt_url ?? "";
    for (const url of [asked, old]) {
      const { pathname } = new URL(url);
      const form = hiddenFields(await (await request.get(pathname)).text());
      const [bound = "", args = ""] = Object.entries(form).find(([name]) => name.endsWith(":1")) ?? [];
      for (const made of [null, "x", { environment: {}, payment: [], token: 7 }]) {
        const rewritten = JSON.stringify([made, ...JSON.parse(args).slice(1)]);
        const answer = await request.post(pathname, {
          multipart: { ...form, [bound]: rewritten, email: "" },
        });
        expect(answer.status(), `${pathname} ${JSON.stringify(made)}`).toBe(404);
      }
    }
    expect((await stripe.paymentIntents.retrieve(waiting.id)).status).toBe("requires_action");
  });

  test("where no payment waits for its customer, the page says so", async ({ request }) => {
    const answer = await request.get("/authenticate/x/y/z");
    expect(answer.status()).toBe(404);
    expect(await answer.text()).toContain("There is nothing to confirm here");
  });
});

/** What a form sends besides what is typed, as it stands in its page. */
function hiddenFields(page: string): Record<string, string> {
  const fields = page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g);
  return Object.fromEntries(
    [...fields].map(([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"')]),
  );
}
