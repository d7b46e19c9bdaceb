import type { z } from "zod";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { ownPerson } from "#lib/people/own-person";
import { createAccount } from "./create-account.ts";
import { firstAccount } from "./open-for-business.ts";

/** What is said of a further business. Messages are codes of the `errors` catalogue. */
export const furtherAccount = firstAccount.pick({
  accountName: true,
  country: true,
  currency: true,
  timeZone: true,
  locale: true,
  twoStep: true,
});

/** Opens a further account that the viewer owns: where its test environment is. Needs admins:grant here. */
export async function openFurtherAccount(
  viewer: Viewer,
  { accountName: name, ...input }: z.infer<typeof furtherAccount>,
): Promise<{ slug: string }> {
  authorize(viewer, "admins:grant");
  const { testSlug } = await createAccount({ ...input, name, owner: await ownPerson(viewer) });
  return { slug: testSlug };
}
