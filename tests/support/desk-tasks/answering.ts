import { expect } from "@playwright/test";
import {
  anyIn,
  button,
  counterUntilLetter,
  type Desk,
  type Task,
  transactions,
  unique,
  until,
  words,
  writeLetter,
} from "./desk";

const all = ["support_specialist", "support_associate", "dispute_analyst"] as const;

/** Adds a file to the evidence as somebody would, from their own folder. */
async function upload(desk: Desk, path: string, file: { name: string; buffer: Buffer }): Promise<void> {
  const t = words(desk).disputes;
  await desk.page.goto(`${path}/counter/papers`);
  await desk.page.locator('input[type="file"]').setInputFiles({ mimeType: "application/pdf", ...file });
  await button(desk, t("files.add")).click();
}

/** Answering the banks. */
export const answering: Task[] = [
  {
    name: "the queue is narrowed to what is due within a week",
    roles: all,
    async run(desk) {
      await desk.page.goto(`${transactions}/disputes?due=7_days`);
      await expect(desk.page.getByRole("heading", { level: 1 })).toBeVisible();
    },
  },
  {
    name: "the queue is narrowed to a claim on a network",
    roles: ["dispute_analyst"],
    async run(desk) {
      const path = await desk.dispute("createDisputeProductNotReceived");
      await desk.page.goto(`${transactions}/disputes?reason=product_not_received&network=visa&date=today`);
      await expect(desk.page.locator(`a[href$="${path}"]`).first()).toBeAttached();
      await desk.page.goto(`${transactions}/disputes?reason=fraudulent&network=visa&date=today`);
      await expect(desk.page.locator(`a[href$="${path}"]`)).toHaveCount(0);
    },
  },
  {
    name: "a dispute is countered and submitted once",
    roles: all,
    async run(desk) {
      const path = await desk.dispute("createDisputeProductNotReceived");
      await counterUntilLetter(desk, path);
      await button(desk, words(desk).disputes("counter.submit")).click();
      await expect(desk.page).toHaveURL(path);
      await expect(desk.page.getByText(words(desk).disputes("evidence.sent"))).toBeVisible();
      await desk.page.goto(`${path}/counter`);
      await expect(desk.page.getByText(words(desk).disputes("closed"))).toBeVisible();
    },
  },
  {
    name: "a draft is kept, and read as the bank will",
    roles: all,
    async run(desk) {
      const path = await desk.dispute("createDispute");
      await counterUntilLetter(desk, path);
      await button(desk, words(desk).disputes("counter.draft")).click();
      await expect(desk.page).toHaveURL(path);
      const packet = await desk.page.request.get(`${path}/packet`);
      expect(packet.headers()["content-type"]).toBe("application/pdf");
    },
  },
  {
    name: "a letter with a fact still missing is not sent",
    roles: ["support_specialist", "dispute_analyst"],
    async run(desk) {
      const path = await desk.dispute("createDispute");
      await desk.page.goto(`${path}/counter/letter`);
      const letter = desk.page.getByLabel(words(desk).disputes("field.uncategorized_text"));
      await writeLetter(desk, "Sent on {shipped}");
      await button(desk, words(desk).disputes("counter.submit")).click();
      await expect(letter).toHaveAccessibleDescription(/./);
      await expect(desk.page).toHaveURL(/\/letter/);
    },
  },
  {
    name: "a dispute is accepted with its loss in view",
    roles: ["support_specialist", "support_associate"],
    async run(desk) {
      const path = await desk.dispute("createDispute");
      await desk.page.goto(`${path}/accept`);
      await expect(desk.page.getByText(/64[.,]50/).first()).toBeVisible();
      await button(desk, words(desk).disputes("accept.submit.dispute")).click();
      await expect(desk.page.getByText(words(desk).disputes("status.lost"), { exact: true })).toBeVisible();
    },
  },
  {
    name: "two disputes are accepted in one run, once its loss is confirmed",
    roles: ["dispute_analyst"],
    async run(desk) {
      const { page } = desk;
      const t = words(desk).bulk;
      const amount = String(30_000 + Math.floor(Math.random() * 60_000));
      const paths = [
        await desk.dispute("createDispute", { amount }),
        await desk.dispute("createDispute", { amount }),
      ];
      await page.goto(
        `${transactions}/disputes?currency=eur&status=needs_response&amount=${Number(amount) / 100}`,
      );
      for (const path of paths) await page.locator(`input[value="${path.split("/").at(-1)}"]`).check();
      await button(desk, t("ask.accept_dispute")).click();
      await button(desk, t("prepare")).click();
      await page.waitForURL(/\/transactions\/bulk\/\w+$/);
      const confirm = button(
        desk,
        anyIn(t("confirm.acceptWithLoss", { count: 2, total: "§", payments: "§", fees: "§" })),
      );
      await until(desk, () => expect(confirm).toBeVisible({ timeout: 2000 }));
      await confirm.click();
      await until(desk, () =>
        expect(page.getByText(t("runState.finished"), { exact: true }).first()).toBeVisible({
          timeout: 2000,
        }),
      );
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByText(words(desk).disputes("status.lost"), { exact: true })).toBeVisible();
      }
    },
  },
  {
    name: "the receipt is added with one press",
    roles: ["support_specialist", "support_associate"],
    async run(desk) {
      const path = await desk.dispute("createDispute");
      await desk.page.goto(`${path}/counter/papers`);
      await button(desk, words(desk).disputes("known.add.receipt")).click();
      await expect(desk.page.getByText("receipt.pdf").first()).toBeVisible();
    },
  },
  {
    name: "a file is added, and taken out again",
    roles: ["dispute_analyst"],
    async run(desk) {
      const path = await desk.dispute("createDispute");
      const buffer = Buffer.from("%PDF-1.4\n<< /Type /Page >>\n%%EOF");
      await upload(desk, path, { name: "label.pdf", buffer });
      await expect(desk.page.getByRole("link", { name: "label.pdf" })).toBeVisible();
      await button(desk, words(desk).disputes("files.remove", { name: "label.pdf" })).click();
      await expect(desk.page.getByRole("link", { name: "label.pdf" })).toHaveCount(0);
    },
  },
  {
    name: "a page that calls itself a PDF is refused, and said so",
    roles: ["support_associate"],
    async run(desk) {
      const path = await desk.dispute("createDispute");
      await upload(desk, path, {
        name: "page.pdf",
        buffer: Buffer.from("<!doctype html><script>1</script>"),
      });
      await expect(desk.page.locator(".ui-notice").first()).toBeVisible();
      await expect(desk.page.getByRole("link", { name: "page.pdf" })).toHaveCount(0);
    },
  },
  {
    name: "a template is written, used and deleted",
    roles: ["support_specialist", "support_associate"],
    async run(desk) {
      const t = words(desk).disputes;
      const name = unique("Script ");
      await desk.page.goto(`${transactions}/disputes/letters/new`);
      await desk.page.getByLabel(t("letters.name")).fill(name);
      await desk.page.getByLabel(t("letters.body")).fill("About {amount}");
      await button(desk, t("letters.save")).click();
      const path = await desk.dispute("createDispute");
      await desk.page.goto(`${path}/counter/letter`);
      await desk.page.getByLabel(t("letters.choose")).selectOption({ label: name });
      await button(desk, t("letters.use")).click();
      await expect(desk.page.getByLabel(t("field.uncategorized_text"))).toHaveValue(/64[.,]50/);
      await desk.page.goto(`${transactions}/disputes/letters`);
      await desk.page.getByRole("link", { name }).first().click();
      await button(desk, t("letters.delete", { name })).click();
      await expect(desk.page.getByText(name)).toHaveCount(0);
    },
  },
  {
    name: "a dispute is given to a colleague",
    roles: ["support_associate"],
    async run(desk) {
      const t = words(desk).disputes;
      await desk.page.goto(await desk.dispute("createDispute"));
      const assignee = desk.page.getByRole("combobox", { name: t("colleague") });
      const other = await assignee.locator("option").nth(1).getAttribute("value");
      await assignee.selectOption(String(other));
      await button(desk, t("assign")).click();
      await expect(assignee).toHaveValue(String(other));
    },
  },
  {
    name: "an inquiry is closed without an answer",
    roles: ["dispute_analyst"],
    async run(desk) {
      const t = words(desk).disputes;
      await desk.page.goto(`${await desk.dispute("createDisputeInquiry")}/accept`);
      await button(desk, t("accept.submit.inquiry")).click();
      await expect(desk.page.getByText(t("status.warning_closed"), { exact: true }).first()).toBeVisible();
    },
  },
  {
    name: "what happened so far is told, and what the bank claims in plain words",
    roles: ["support_specialist"],
    async run(desk) {
      const t = words(desk).disputes;
      await desk.page.goto(await desk.dispute("createDisputeProductNotReceived"));
      await expect(desk.page.getByText(t("claims.product_not_received"))).toBeVisible();
      await expect(desk.page.getByRole("heading", { name: t("stake.title") })).toBeVisible();
    },
  },
  {
    name: "the figures lead from a claim to the disputes behind it",
    roles: ["support_specialist"],
    async run(desk) {
      await desk.dispute("createDisputeProductNotReceived");
      await desk.page.goto(`${transactions}/disputes/figures?date=today`);
      await desk.page.locator('a[href*="reason=product_not_received"]').first().click();
      await expect(desk.page).toHaveURL(/\/disputes\?.*reason=product_not_received/);
      await expect(desk.page.getByRole("heading", { level: 1 })).toBeVisible();
    },
  },
  {
    name: "the refund policy is written once, and stands in the next answer",
    roles: ["dispute_analyst"],
    async run(desk) {
      const t = words(desk).disputes;
      const shown = unique("At the checkout, ");
      await desk.page.goto(`${transactions}/disputes/policy`);
      await desk.page.getByLabel(t("policy.text")).fill("Within 30 days.");
      await desk.page.getByLabel(t("policy.disclosure")).fill(shown);
      await button(desk, t("policy.save")).click();
      await desk.page.waitForURL(/\/disputes$/);
      const path = await desk.dispute("createDispute", { description: "A lamp" });
      await desk.page.goto(`${path}/counter/papers`);
      await button(desk, t("known.add.refund_policy")).click();
      // The first paper that is drawn starts a thread that draws.
      await expect(desk.page.getByText("refund-policy.pdf").first()).toBeVisible({ timeout: 30_000 });
    },
  },
];
