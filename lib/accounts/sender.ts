import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { isLocale, type Locale } from "#lib/i18n/locale";
import { type Contact, contactOf } from "./wire-contact.ts";

/** What a business tells its customers of itself. */
export interface Sender extends Contact {
  name: string;
  locale: Locale;
}

export async function senderOf(environment: ViewedEnvironment): Promise<Sender> {
  const { db } = await globalReader();
  const [account] = await db
    .select({ name: accounts.name, locale: accounts.locale, settings: accounts.settings })
    .from(accounts)
    .where(eq(accounts.id, environment.accountId));
  if (!account) throw new Error("An environment belongs to no account");
  const locale = isLocale(account.locale) ? account.locale : "en";
  return { name: account.name, locale, ...contactOf(account.settings) };
}
