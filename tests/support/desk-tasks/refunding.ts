import { expect } from "@playwright/test";
import { refundsOf } from "#tests/support/demo-payment";
import {
  anyIn,
  button,
  fewLoads,
  findAtDesk,
  home,
  refundAtDesk,
  seeRefunded,
  type Task,
  transactions,
  typed,
  unique,
  words,
} from "./desk";

const everybody = ["support_specialist", "support_associate", "refund_analyst"] as const;

/** Giving money back. */
export const refunding: Task[] = [
  {
    name: "from an order number to a partial refund in at most four page loads",
    roles: everybody,
    async run(desk) {
      const order = unique("LV-");
      const id = await desk.pay({ "metadata[order_id]": order });
      // Until the order can be found; from then on it is counted.
      await findAtDesk(desk, order);
      await fewLoads(desk, () => refundAtDesk(desk, order, "20"), 4);
      expect(await refundsOf(desk.page.request, id)).toMatchObject([{ amount: 2000 }]);
    },
  },
  {
    name: "a payment is found by its id and refunded whole",
    roles: everybody,
    async run(desk) {
      const id = await desk.pay();
      await refundAtDesk(desk, id, typed(desk, "64.50"));
      expect(await refundsOf(desk.page.request, id)).toMatchObject([{ amount: 6450 }]);
    },
  },
  {
    name: "a payment is found by its payer's email",
    roles: ["support_associate"],
    async run(desk) {
      const email = `${unique("payer-")}@example.com`;
      const id = await desk.pay({ receipt_email: email });
      await refundAtDesk(desk, email, "1");
      expect(await refundsOf(desk.page.request, id)).toMatchObject([{ amount: 100 }]);
    },
  },
  {
    name: "a payment is chosen among those of the same amount",
    roles: ["refund_analyst"],
    async run(desk) {
      const amount = `${20_000 + Math.floor(Math.random() * 9_000)}.${10 + Math.floor(Math.random() * 90)}`;
      const minor = amount.replace(".", "");
      const ids = [await desk.pay({ amount: minor }), await desk.pay({ amount: minor })];
      const t = words(desk).desk;
      await expect(async () => {
        await desk.page.goto(`${home}/desk?${new URLSearchParams({ q: amount })}`);
        for (const id of ids) {
          await expect(desk.page.locator(`a[href*="${id}"]`).first()).toBeVisible({ timeout: 2000 });
        }
      }).toPass();
      await desk.page.locator(`a[href*="${ids[0]}"]`).first().click();
      await desk.page.getByLabel(t("amount")).fill("2");
      await desk.page.getByLabel(t("amount")).press("Enter");
      await seeRefunded(desk);
      expect(await refundsOf(desk.page.request, String(ids[0]))).toMatchObject([{ amount: 200 }]);
      expect(await refundsOf(desk.page.request, String(ids[1]))).toEqual([]);
    },
  },
  {
    name: "more than is left is refused, and nothing is refunded",
    roles: everybody,
    async run(desk) {
      const id = await desk.pay();
      const t = words(desk).desk;
      await desk.page.goto(`${home}/desk?payment=${id}`);
      await desk.page.getByLabel(t("amount")).fill("100");
      await desk.page.getByLabel(t("amount")).press("Enter");
      await expect(desk.page.getByLabel(t("amount"))).toHaveAccessibleDescription(/./);
      expect(await refundsOf(desk.page.request, id)).toEqual([]);
    },
  },
  {
    name: "the customer is told why, by mail",
    roles: ["support_specialist"],
    async run(desk) {
      const t = words(desk).desk;
      const id = await desk.pay({ receipt_email: `${unique("told-")}@example.com` });
      await findAtDesk(desk, id);
      await desk.page.getByLabel(t("message")).fill("Sorry about the broken lamp.");
      await desk.page.getByLabel(t("amount")).fill("5");
      await desk.page.getByLabel(t("amount")).press("Enter");
      await expect(desk.page.getByText(t("done.told"))).toBeVisible();
    },
  },
  {
    name: "the bank's reference of a refund is read out, and the refund taken back within its window",
    roles: ["support_associate", "refund_analyst"],
    async run(desk) {
      const t = words(desk).desk;
      const id = await desk.settled();
      await refundAtDesk(desk, id, "1");
      await desk.page.goto(`${home}/desk?payment=${id}`);
      await expect(desk.page.getByText(t("reference"), { exact: true }).first()).toBeVisible();
      await button(desk, anyIn(t("cancelRefund", { amount: "§" })))
        .first()
        .click();
      await expect(desk.page.getByText(anyIn(t("done.canceled", { amount: "§" }))).first()).toBeVisible();
    },
  },
  {
    name: "what is disputed is not refunded as well, and the desk says why",
    roles: ["support_specialist"],
    async run(desk) {
      const id = await desk.pay({ payment_method: "pm_card_createDispute" });
      await desk.page.goto(`${home}/desk?payment=${id}`);
      await expect(desk.page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(desk.page.getByLabel(words(desk).desk("amount"))).toHaveCount(0);
      expect(await refundsOf(desk.page.request, id)).toEqual([]);
    },
  },
  {
    name: "who finds nothing is told what to try",
    roles: ["support_associate"],
    async run(desk) {
      await desk.page.goto(`${home}/desk?q=${unique("nobody-")}`);
      await expect(desk.page.getByText(words(desk).desk("nothingTitle"))).toBeVisible();
    },
  },
  {
    name: "a note on the payment is left for colleagues",
    roles: ["support_specialist"],
    async run(desk) {
      const t = words(desk).notes;
      const id = await desk.pay();
      const text = unique("Rang twice ");
      await desk.page.goto(`${transactions}/${id}`);
      await desk.page.getByRole("textbox", { name: t("write") }).fill(text);
      await button(desk, t("submit")).click();
      await expect(desk.page.getByText(text).first()).toBeVisible();
    },
  },
];
