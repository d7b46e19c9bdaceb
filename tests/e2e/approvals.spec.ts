import { expect, type Page, test } from "@playwright/test";
import { aDemoPayment, refundsOf } from "#tests/support/demo-payment";
import { emailOfRole } from "#tests/support/pages-roles";
import { sendSignIn, signIn } from "#tests/support/sign-in";

const demo = "/maison-lavande-test";

async function signInAs(page: Page, role: Parameters<typeof emailOfRole>[0], address: string): Promise<void> {
  await sendSignIn(page.request, { email: emailOfRole(role), next: "/design" });
  await page.goto(address);
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test(
    "a refund beyond a role's limit is asked for, approved by somebody else, and made once",
    { tag: "@phone" },
    async ({ browser, page, request, baseURL }) => {
      test.setTimeout(60_000);
      const limit = "10";
      const { id } = await aDemoPayment(request);
      await signIn(page, "owner", `${demo}/settings/refund-limits`);
      await page.getByRole("link", { name: "Refund Analyst" }).click();
      await page.getByLabel("Per refund").fill(limit);
      await page.getByRole("button", { name: "Show whom this touches" }).click();
      const touched = page.getByRole("row", { name: /refund_analyst/ });
      await expect(touched).toContainText(`€${limit}.00 per refund`);
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("row", { name: /Refund analyst/ })).toContainText(`€${limit}.00`);

      const agent = await browser.newPage({ baseURL, javaScriptEnabled: false });
      await signInAs(agent, "refund_analyst", `${demo}/transactions/${id}/refund`);
      await expect(agent.getByText(`Per refund: €${limit}.00`)).toBeVisible();
      await agent.getByLabel("Reason").selectOption("Duplicate");
      await agent.getByLabel("Note").fill("Charged twice");
      await agent.getByRole("button", { name: /^Refund/ }).click();
      await expect(agent.getByText("Nobody has decided yet.")).toBeVisible();
      expect(await refundsOf(request, id)).toEqual([]);
      const address = new URL(agent.url()).pathname;
      await agent.goto(`${demo}/transactions/${id}`);
      await expect(agent.getByText("€64.50 of this payment waits for approval")).toBeVisible();

      const lead = await browser.newPage({ baseURL, javaScriptEnabled: false });
      await signInAs(lead, "analyst", `${demo}/desk/approvals`);
      await lead.locator(`a[href="${address}"]`).first().click();
      await expect(lead.getByText("Charged twice")).toBeVisible();
      await expect(lead.getByText(`€64.50 in one refund; €${limit}.00 is the limit.`)).toBeVisible();
      await lead.getByRole("button", { name: "Approve and refund €64.50" }).click();
      await expect(lead.getByLabel("Why")).toHaveAccessibleDescription(/Please fill this in/);
      // Whoever comes second is told so.
      await page.goto(address);
      await page.getByLabel("Why").fill("Not ours to pay");
      await lead.getByLabel("Why").fill("Seen on the statement");
      await lead.getByRole("button", { name: "Approve and refund €64.50" }).click();
      await expect(lead.getByText("Approved", { exact: true }).first()).toBeVisible();
      await expect(lead.getByText("Seen on the statement")).toBeVisible();
      await page.getByRole("button", { name: "Decline" }).click();
      await expect(page.getByText("Somebody has decided about this already")).toBeVisible();
      expect(await refundsOf(request, id)).toMatchObject([{ amount: 6450, reason: "duplicate" }]);
      await agent.close();
      await lead.close();

      // Others refund as this role too.
      await page.goto(`${demo}/settings/refund-limits`);
      await page.getByRole("link", { name: "Refund Analyst" }).click();
      await page.getByLabel("Per refund").fill("");
      await page.getByRole("button", { name: "Show whom this touches" }).click();
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("row", { name: /Refund analyst/ })).not.toContainText(`€${limit}.00`);
    },
  );
});
