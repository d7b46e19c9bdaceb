import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { isLocale, type Locale } from "#lib/i18n/locale";

/** What a business tells its customers of itself. */
export interface Sender {
  name: string;
  supportEmail: string | null;
  supportPhone: string | null;
  website: string | null;
  locale: Locale;
}

export async function senderOf(environment: ViewedEnvironment): Promise<Sender> {
  const { db } = await globalReader();
  const [account] = await db
    .select({ name: accounts.name, locale: accounts.locale, settings: accounts.settings })
    .from(accounts)
    .where(eq(accounts.id, environment.accountId));
  if (!account) throw new Error("An environment belongs to no account");
  const { supportEmail, supportPhone, website } = account.settings;
  const locale = isLocale(account.locale) ? account.locale : "en";
  return { name: account.name, supportEmail, supportPhone, website, locale };
}
