import { expect } from "@playwright/test";
import { demoSlug } from "#lib/demo/credentials";
import { everyAct, witnesses } from "#tests/support/pages-acts";
import { closedLinks, isOfEnvironment, oneAddressOfEach } from "#tests/support/pages-addresses";
import { sendForm } from "#tests/support/pages-forms";
import { headerDefects } from "#tests/support/pages-headers";
import { neededAt, neededFor } from "#tests/support/pages-permissions";
import { assignableRoles, holds, someRoles } from "#tests/support/pages-roles";
import { pageRoutes } from "#tests/support/pages-routes";
import { secretsIn } from "#tests/support/pages-secrets";
import { signInAs } from "#tests/support/pages-sign-in";
import { placesToStart } from "#tests/support/pages-starts";
import { test } from "#tests/support/own-server";
import { signIn } from "#tests/support/sign-in";

const home = `/${demoSlug}`;
/** The full run sends everybody everywhere. */
const walkers = process.env["TEST_FULL"] === "1" ? assignableRoles : someRoles;

test.use({ javaScriptEnabled: false });
test.beforeEach(() => test.setTimeout(300_000));

test("it is known of every page what it takes to open it", () => {
  expect(Object.keys(neededFor).sort()).toEqual(pageRoutes.filter(isOfEnvironment).sort());
});

test("a page opens to the roles that hold what it takes, and no link leads others there", async ({
  page,
  request,
  playwright,
  baseURL,
}) => {
  const addresses = await oneAddressOfEach(page, await placesToStart(request));
  expect(addresses.length).toBeGreaterThan(0.95 * Object.keys(neededFor).length);
  const defects: string[] = [];
  for (const role of walkers) {
    const somebody = await signInAs(role, { request: playwright.request, baseURL });
    for (const [route, address] of addresses) {
      const answer = await somebody.get(address);
      const html = await answer.text();
      const isOpen = answer.status() < 400;
      const mayOpen = holds([role], neededAt(address) ?? []);
      if (mayOpen && !isOpen) defects.push(`${role} ${route}: answers ${answer.status()}`);
      if (!mayOpen && isOpen) defects.push(`${role} ${route}: is open`);
      const wrong = [...headerDefects(answer, html, "one"), ...secretsIn(html)];
      for (const defect of wrong) defects.push(`${role} ${route}: ${defect}`);
      for (const link of closedLinks(html, [role])) defects.push(`${role} ${route}: leads to ${link}`);
    }
    await somebody.dispose();
  }
  expect(defects).toEqual([]);
});

test("what a role lacks is refused, however it is asked", async ({ page, request, playwright, baseURL }) => {
  await placesToStart(request);
  await signIn(page, "owner", home);
  const acts = await everyAct(page, request);
  const before = await witnesses(page, acts);
  for (const role of walkers) {
    const somebody = await signInAs(role, { request: playwright.request, baseURL });
    for (const { at, needs, fields } of acts.filter((act) => !holds([role], act.needs))) {
      // Where the form stands, and where everybody may go.
      const refused = await sendForm(somebody, at, fields);
      expect(refused.status(), `what ${role} sent to ${at}`).toBe(403);
      await sendForm(somebody, `${home}/settings/user`, fields);
      expect(needs).not.toEqual([]);
    }
    await somebody.dispose();
  }
  expect(await witnesses(page, acts)).toEqual(before);

  // The same forms do what they say for somebody who may.
  const admin = await signInAs("admin", { request: playwright.request, baseURL });
  for (const act of acts) {
    const earlier = await witnesses(page, [act]);
    await sendForm(admin, act.at, act.fields);
    expect(await witnesses(page, [act]), act.name).not.toEqual(earlier);
  }
});
