import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { may } from "#lib/auth/permissions";
import type { Role } from "#lib/auth/roles";
import { permissionToEnter } from "#lib/auth/sections";
import { createCustomer } from "#lib/customers/create-customer";
import { CustomerActions } from "../../app/[environment]/customers/[id]/customer-actions";
import { CustomerDone } from "../../app/[environment]/customers/done";
import { DeletedNotice } from "../../app/[environment]/products/_parts/deleted-notice";
import { aWorld } from "#tests/support/world";

test.each<[Role, string[]]>([
  ["support_specialist", ["merge", "erase", "delete", "new", "edit"]],
  ["data_migration_specialist", ["merge", "edit"]],
  ["view_only", []],
])("a customer's page offers %s what they may do: %j", async (role, acts) => {
  const { viewer: maker, viewerWith } = await aWorld();
  const customer = await createCustomer(maker, { name: "Ada" });
  const viewer = viewerWith([role]);
  const html = renderToStaticMarkup(createElement(CustomerActions, { viewer, customer }));
  const links = [...html.matchAll(/href="\/[^/]*\/([^"?]*)([^"]*)"/g)].map(([, page = "", query = ""]) => ({
    page,
    query,
  }));
  expect(links.map(({ page }) => page.split("/").at(-1))).toEqual(acts);
  for (const { page } of links) {
    const needed = permissionToEnter(page);
    expect(needed !== null && may(viewer, needed)).toBe(true);
  }
  const forThem = links.find(({ page }) => page === "transactions/new")?.query;
  if (acts.includes("new")) expect(forThem).toBe(`?customer=${customer.id}`);
});

test("a payment method is taken away by who may change customers", () => {
  expect(permissionToEnter("customers/cus_1/methods/pm_1/remove")).toBe("customers:write");
});

test("what was deleted is said on the page it leads to, and nothing for an address that names nothing", () => {
  const said = (done: string) => [
    renderToStaticMarkup(createElement(DeletedNotice, { locale: "en", done })),
    renderToStaticMarkup(createElement(CustomerDone, { locale: "fr", done })),
  ];
  expect(said("price_deleted")[0]).toContain("The price was deleted.");
  expect(said("method_removed")[1]).toContain("Le moyen de paiement a été retiré.");
  expect(said("anything")).toEqual(["", ""]);
});
