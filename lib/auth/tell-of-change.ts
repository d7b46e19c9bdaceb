import { translator } from "#lib/i18n/translator";
import type { Person } from "#lib/people/people";
import { writeToPerson } from "#lib/people/write-to-person";
import { circumstances } from "./circumstances.ts";
import type { Origin } from "./sessions.ts";

/** What can change about how somebody signs in, and whom an administrator calls before resetting it. */
export type SignInChange =
  | "passkey_added"
  | "passkey_removed"
  | "app_added"
  | "app_removed"
  | "codes_made"
  | "second_step_reset"
  | "password_changed"
  | "email_asked"
  | "email_changed"
  | "phone_changed";

/**
 * Writes to a person that how they sign in has changed, so that they learn of it when it was not them. Nobody turns
 * these mails off. `passkey`: what the person calls it; `email`: what they sign in with, or want to.
 */
export function tellOfChange(
  person: Person,
  change: SignInChange,
  { passkey, email, ...origin }: Origin & { passkey?: string; email?: string },
): Promise<void> {
  return writeToPerson(person, (language) => {
    const t = translator(language, "letters");
    const named = [
      { label: t("signInChanged.passkey"), value: passkey },
      { label: t("signInChanged.email"), value: email },
    ].flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]));
    return {
      kind: "sign_in_changed",
      letter: {
        title: t(`signInChanged.title.${change}`),
        introduction: t(`signInChanged.text.${change}`),
        lines: [...named, ...circumstances(person, origin, language)],
        foot: [
          change === "email_changed" ? t("signInChanged.unexpectedEmail") : t("signInChanged.unexpected"),
        ],
      },
      link: { label: t("newDevice.link"), path: "/" },
    };
  });
}
