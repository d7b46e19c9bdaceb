import { expect } from "@playwright/test";
import {
  button,
  confirmRun,
  exported,
  fill,
  home,
  idOf,
  imported,
  made,
  mailOf,
  of,
  see,
  select,
  type Tasks,
} from "./merchant";

/** The people who buy: kept, counted, joined and forgotten. */
export const customers: Tasks = {
  async "adds a customer"(work) {
    await fill(work.page, `${home}/customers/new`, {
      name: `Ada ${work.word}`,
      email: mailOf(work),
      city: "Lyon",
    });
    await made(work, "customer", /customers\/(cus_\w+)$/);
  },
  async "keeps a card for them"(work) {
    const card = { cardNumber: "4242424242424242", cardExpiry: "12/34", cardCvc: "123" };
    await fill(work.page, `${of(work, "customer")}/methods/new`, card);
    await expect(work.page.locator("main")).toContainText("4242");
  },
  async "gives them credit"(work) {
    await fill(work.page, `${of(work, "customer")}/balance`, { amount: "12.50", note: "Sorry" });
    expect(await work.api.customers.retrieve(idOf(work, "customer"))).toMatchObject({ balance: -1250 });
  },
  async "notes their tax ID"(work) {
    await fill(work.page, `${of(work, "customer")}/tax-ids/new`, { type: "fr_siren", value: "732829320" });
    await expect(work.page.locator("main")).toContainText("732829320");
  },
  async "writes metadata about them"(work) {
    await fill(work.page, `${of(work, "customer")}/metadata`, { "name-0": "shelf", "value-0": "B7" });
    await expect(work.page.locator("main")).toContainText("B7");
  },
  async "changes their phone"(work) {
    await fill(work.page, `${of(work, "customer")}/edit`, { phone: "+33 4 72 00 00 00" });
    await expect(work.page.locator("main")).toContainText("+33 4 72 00 00 00");
  },
  async "exports customers as a spreadsheet"(work) {
    await exported(work, "customers", { which: "all", format: "xlsx" });
  },
  async "imports customers, and sees what was refused"(work) {
    const rows = `name,email\nImported ${work.word},in.${mailOf(work)}\nNobody,nobody@\n`;
    await imported(work, `${home}/customers/import`, rows);
    await expect(work.page.locator("main")).toContainText("nobody@");
    expect((await work.api.customers.list({ email: `in.${mailOf(work)}` })).data).toHaveLength(1);
  },
  async "merges two customers who are one"(work) {
    const twin = await work.api.customers.create({ name: `Ada ${work.word}`, description: "Twin" });
    await work.page.goto(`${of(work, "customer")}/merge?from=${twin.id}`);
    await work.page.locator(`main form:has([name=into]) ${button}`).click();
    await work.page.goto(`${home}/customers/${twin.id}`);
    await expect(work.page).toHaveURL(new RegExp(`${idOf(work, "customer")}$`));
  },
  async "finds who spent most"(work) {
    await see(work, `${home}/customers?sort=largest`, "main table");
  },
  async "looks at guests, and at possible duplicates"(work) {
    await see(work, `${home}/customers/guests`, "main table");
    await see(work, `${home}/customers/duplicates`, "main h1");
  },
  async "erases a person who asks for it"(work) {
    const { id } = await work.api.customers.create({ name: `Otto ${work.word}` });
    await fill(work.page, `${home}/customers/${id}/erase`, { typed: id });
    expect((await work.page.goto(`${home}/customers/${id}`))?.status()).toBe(404);
  },
  async "deletes customers who bought nothing"(work) {
    const { api, page, word } = work;
    const email = `gone.${mailOf(work)}`;
    const ids: string[] = [];
    for (const _ of [1, 2]) ids.push((await api.customers.create({ name: `Gone ${word}`, email })).id);
    await select(page, `${home}/customers?email=${encodeURIComponent(email)}`, ids, "delete_customer");
    await fill(page, null, {});
    await confirmRun(work);
    expect((await api.customers.list({ email })).data).toEqual([]);
  },
};
