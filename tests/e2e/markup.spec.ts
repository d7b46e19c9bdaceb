import { expect, type Locator, type Page } from "@playwright/test";
import { demoSlug } from "#lib/demo/credentials";
import { test } from "#tests/support/own-server";
import { oneAddressOfEach } from "#tests/support/pages-addresses";
import { placesToStart } from "#tests/support/pages-starts";
import { signIn } from "#tests/support/sign-in";

/** Stands for whatever somebody may type: markup that acts, and a way out of an attribute. */
const typed = `"><img src=x onerror=alert(1)>'`;
/** Typing the account's name there closes it for good. */
const left = ["/:environment/settings/account/close"];

test.use({ javaScriptEnabled: false });

test("what is typed into the text fields of every form stays text on every page", async ({
  page,
  request,
}) => {
  test.skip(process.env["TEST_FULL"] !== "1", "Part of the full run");
  test.setTimeout(900_000);
  await signIn(page, "owner", `/${demoSlug}`);
  const places = await oneAddressOfEach(page, await placesToStart(request));
  const defects: string[] = [];
  let sent = 0;
  for (const [route, address] of places.filter(([route]) => !left.includes(route))) {
    await page.goto(address);
    const forms = await page.locator("main form", { has: textFields(page) }).count();
    for (let index = 0; index < forms; index++, sent++) {
      await page.goto(address);
      const form = page.locator("main form", { has: textFields(page) }).nth(index);
      if ((await form.count()) === 0) continue;
      await fill(form);
      const answered = page.waitForEvent("load");
      await form.evaluate((element: HTMLFormElement) => element.submit());
      await answered;
      defects.push(...(await actingOn(page, `${route}, sent`)));
    }
  }
  let shown = 0;
  for (const [route, address] of places) {
    await page.goto(address);
    defects.push(...(await actingOn(page, route)));
    if ((await page.locator("body").innerText()).includes(typed)) shown++;
  }
  expect(defects).toEqual([]);
  expect(sent).toBeGreaterThan(40);
  expect(shown).toBeGreaterThan(15);
});

function textFields(page: Page): Locator {
  return page.locator(`input[type="text"], input[type="search"], input:not([type]), textarea`);
}

/** Fills every field that takes a text, and leaves the others as the page has them. */
async function fill(form: Locator): Promise<void> {
  await form.evaluate((element: HTMLFormElement, text) => {
    for (const field of element.elements) {
      const takesText =
        field instanceof HTMLTextAreaElement ||
        (field instanceof HTMLInputElement && ["text", "search"].includes(field.type) && !field.readOnly);
      if (takesText) field.value = text;
    }
  }, typed);
}

/** What of the typed text became part of the page. */
async function actingOn(page: Page, where: string): Promise<string[]> {
  const acting = await page.locator(`img[src="x"], [onerror]`).count();
  return acting > 0 ? [`${where}: ${page.url()}`] : [];
}
