import { expect, test } from "vitest";
import { deleteExternalAccount, whyNotDeletable } from "#lib/external-accounts/delete-external-account";
import { aBankAccount } from "#tests/support/payouts";
import { aWorld } from "#tests/support/world";

test("the last account of another currency is removed by the owner only, and who may not is told", async () => {
  const { viewer, viewerWith } = await aWorld();
  const last = await aBankAccount(viewer, { currency: "usd" });
  const admin = viewerWith(["admin"]);
  expect(whyNotDeletable(admin, last, { others: 0 })).toBe("owner_only");
  await expect(deleteExternalAccount(admin, last.id)).rejects.toThrow("default_bank_account:delete");
  expect(whyNotDeletable(admin, last, { others: 1 })).toBe("default_of_currency");
  const other = await aBankAccount(viewer, { currency: "usd" });
  expect(whyNotDeletable(admin, other, { others: 1 })).toBeNull();
  await deleteExternalAccount(admin, other.id);
  expect(whyNotDeletable(viewer, last, { others: 0 })).toBeNull();
  expect(await deleteExternalAccount(viewer, last.id)).toMatchObject({ defaultForCurrency: false });
});
