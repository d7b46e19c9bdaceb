import { expect } from "@playwright/test";
import { button, fill, home, idOf, imported, made, of, see, type Tasks } from "./merchant";

/** What is sold, and for how much. */
export const catalogue: Tasks = {
  async "adds a product with a price in two currencies"(work) {
    const { page, word } = work;
    await page.goto(`${home}/products/new`);
    await page.locator("main [name=addCurrency]").selectOption("jpy");
    await page.locator("main [name=do][value=add-currency]").click();
    await expect(page.locator("main [name=addCurrency]")).toBeVisible();
    await fill(page, null, { name: `Soap ${word}`, model: "flat", unit: "12.50", "unit-jpy": "2000" });
    await made(work, "product", /products\/(prod_\w+)$/);
  },
  async "adds prices of the other models, and has a quantity worked out"(work) {
    const at = `${of(work, "product")}/prices/new`;
    const tiers = { "tier-0-upTo": "10", "tier-0-unit": "7", "tier-1-unit": "5" };
    await fill(work.page, at, { model: "package", unit: "30", packageSize: "12" });
    await fill(work.page, at, { model: "volume", ...tiers });
    await fill(work.page, at, { model: "custom", minimum: "5", maximum: "100", preset: "20" });
    await fill(work.page, at, { model: "graduated", ...tiers, timing: "recurring", interval: "month" });
    const prices = await work.api.prices.list({ product: idOf(work, "product") });
    expect(prices.data).toHaveLength(5);
    const graduated = prices.data.find(({ tiers_mode: mode }) => mode === "graduated")?.id ?? "";
    await see(work, `${of(work, "product")}/prices/${graduated}?quantity=63`, "main table");
  },
  async "gives a product another name"(work) {
    const name = `Savon ${work.word}`;
    await fill(work.page, `${of(work, "product")}/edit`, { name });
    expect(await work.api.products.retrieve(idOf(work, "product"))).toMatchObject({ name });
  },
  async "archives a product, and offers it again"(work) {
    for (const active of [false, true]) {
      await work.page.goto(of(work, "product"));
      await work.page.locator("main form:has([name=active]) button").first().click();
      await expect
        .poll(async () => (await work.api.products.retrieve(idOf(work, "product"))).active)
        .toBe(active);
    }
  },
  async "copies a product to another account"({ page, ...work }) {
    await page.goto(`${of({ ...work, page }, "product")}/copy`);
    const other = page.locator("main [name=to] option").first();
    await page.goto(`${page.url()}?to=${(await other.getAttribute("value")) ?? ""}`);
    await page.locator(`main form:has([name=environment]) ${button}`).click();
    await expect(page).not.toHaveURL(new RegExp(home));
    await expect(page.locator("main h1")).toContainText(work.word);
  },
  async "makes a coupon with limits, and a code for it"(work) {
    const limits = { maxRedemptions: "50", redeemBy: "2031-12-31" };
    const terms = { kind: "percent", percent: "12.5", duration: "repeating", months: "3" };
    await fill(work.page, `${home}/products/coupons/new`, { ...terms, ...limits, id: work.word });
    const minimum = { minimum: "20", firstTime: "yes" };
    await fill(work.page, `${home}/products/coupons/${work.word}/codes/new`, {
      code: `C-${work.word}`,
      ...minimum,
    });
    const { data } = await work.api.promotionCodes.list({ code: `C-${work.word}` });
    expect(data).toMatchObject([{ restrictions: { minimum_amount: 2000, first_time_transaction: true } }]);
  },
  async "switches a code off"({ page, word, api }) {
    const { data } = await api.promotionCodes.list({ code: `C-${word}` });
    const id = data[0]?.id ?? "";
    await page.goto(`${home}/products/coupons/${word}/codes/${id}`);
    await page.locator("main form:has([name=active]) button").click();
    await expect.poll(async () => (await api.promotionCodes.retrieve(id)).active).toBe(false);
  },
  async "adds a tax rate and a shipping rate"(work) {
    const { page, word } = work;
    await fill(page, `${home}/products/tax-rates/new`, {
      percentage: "20",
      inclusive: "yes",
      displayName: word,
    });
    await fill(page, `${home}/products/shipping-rates/new`, { displayName: word, amount: "4.90" });
    expect((await work.api.shippingRates.list({ limit: 1 })).data).toMatchObject([{ display_name: word }]);
  },
  async "takes the catalogue away as a file, and coupons in again"(work) {
    const file = await work.page.request.get(`${home}/products/export?of=coupons`);
    const [header = "", ...lines] = (await file.text()).split("\r\n");
    const line = lines.find((one) => one.startsWith(work.word)) ?? "";
    await imported(
      work,
      `${home}/products/import/coupons`,
      `${header}\n${line.replaceAll(work.word, `${work.word}-2`)}\n`,
    );
    // The page says which rows were refused, and why.
    if ((await work.page.locator("main a[href*=refused]").count()) > 0) {
      throw new Error(await work.page.locator("main").innerText());
    }
    expect(await work.api.coupons.retrieve(`${work.word}-2`)).toMatchObject({ max_redemptions: 50 });
  },
  async "deletes a coupon"(work) {
    await fill(work.page, `${home}/products/coupons/${work.word}-2/delete`, {});
    await expect(work.api.coupons.retrieve(`${work.word}-2`)).rejects.toThrow(/No such coupon/);
  },
};
