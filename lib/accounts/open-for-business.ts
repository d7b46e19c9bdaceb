import { count } from "drizzle-orm";
import { z } from "zod";
import { accounts } from "#db/schema/index";
import { globalReader, globalTransaction } from "#db/transaction";
import type { Origin, SignedIn } from "#lib/auth/sessions";
import { beginSession } from "#lib/auth/sign-in";
import { isCurrency } from "#lib/currencies";
import { conflict } from "#lib/errors";
import { locales } from "#lib/i18n/locale";
import { chosenPassword } from "#lib/people/change-password";
import { insertPerson } from "#lib/people/create-person";
import { assertGoodPassword, hashPassword } from "#lib/people/password";
import { isCountry } from "./countries.ts";
import { createAccount } from "./create-account.ts";
import { isTimeZone } from "./time-zones.ts";

/** What the first visitor of an empty Comptoir says. Messages are codes of the `errors` catalogue. */
export const firstAccount = z.strictObject({
  accountName: z.string().trim().min(1, "required").max(100, "too_long"),
  country: z.string().refine(isCountry, "country_unknown"),
  currency: z.string().refine(isCurrency, "currency_unknown"),
  timeZone: z.string().refine(isTimeZone, "time_zone_unknown"),
  locale: z.enum(locales, "language_unknown"),
  twoStep: z.literal("yes").optional(),
  name: z.string().trim().min(1, "required").max(100, "too_long"),
  email: z.string().trim().max(254, "too_long").pipe(z.email("email_invalid")),
  password: chosenPassword,
});

export type FirstAccount = z.infer<typeof firstAccount>;

/** Whether nobody has opened an account here yet. */
export async function isUnopened(): Promise<boolean> {
  const { db } = await globalReader();
  const [row] = await db.select({ accounts: count() }).from(accounts);
  return row?.accounts === 0;
}

/** Creates the owner and the first account and signs the owner in. Of two visitors at once, the second is refused. */
export async function openForBusiness(
  input: FirstAccount,
  origin: Origin,
): Promise<SignedIn & { slug: string }> {
  const known = { email: input.email, accounts: [input.accountName] };
  await assertGoodPassword(input.password, known, "password");
  const passwordHash = await hashPassword(input.password);
  return globalTransaction(async (db) => {
    if (!(await isUnopened())) {
      throw conflict("Somebody has opened an account here in the meantime. Sign in instead.", "already_open");
    }
    const owner = await insertPerson(
      { email: input.email, name: input.name, locale: input.locale },
      passwordHash,
    );
    const { accountName: name, country, currency, timeZone, locale, twoStep } = input;
    const { testSlug } = await createAccount({ name, country, currency, timeZone, locale, twoStep, owner });
    // The second step counts from the next sign-in: who opens an account sees it first.
    return { person: owner, session: await beginSession(db, owner, origin), slug: testSlug };
  });
}
