import { eq } from "drizzle-orm";
import { z } from "zod";
import { people } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { optionalPhone } from "#lib/accounts/account-details";
import { isTimeZone } from "#lib/accounts/time-zones";
import { audit } from "#lib/audit/audit";
import { assertProved } from "#lib/auth/proof";
import { viewerOrigin } from "#lib/auth/sessions";
import { tellOfChange } from "#lib/auth/tell-of-change";
import type { Viewer } from "#lib/auth/viewer";
import { locales } from "#lib/i18n/locale";
import { ownPerson } from "./own-person.ts";

/** What a person says of themselves. Without a language the browser's counts, without a time zone the account's. */
export const profile = z.strictObject({
  name: z.string().trim().min(1, "required").max(100, "too_long"),
  phone: optionalPhone,
  locale: z.union([z.literal("").transform(() => null), z.enum(locales, "language_unknown")]),
  timeZone: z
    .string()
    .refine((zone) => zone === "" || isTimeZone(zone), "time_zone_unknown")
    .transform((zone) => zone || null),
});

export type Profile = z.infer<typeof profile>;

/**
 * Changes the viewer's own name, phone, language and time zone. Colleagues call the phone before they reset a second
 * step: another one takes a proof, and is told by mail.
 */
export function updateProfile(viewer: Viewer, input: Profile): Promise<void> {
  return transaction(viewer, async (tx) => {
    const person = await ownPerson(viewer);
    const { id, name, phone, locale, timeZone } = person;
    if (input.phone !== phone) assertProved(viewer);
    await tx.db.update(people).set(input).where(eq(people.id, id));
    await audit(tx, "profile.updated", {
      subject: id,
      before: { name, phone, locale, timeZone },
      after: input,
    });
    if (input.phone !== phone) await tellOfChange(person, "phone_changed", viewerOrigin(viewer));
  });
}
