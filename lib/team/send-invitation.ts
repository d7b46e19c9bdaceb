import { isRole } from "#lib/auth/roles";
import type { Tx } from "#lib/auth/viewer";
import { formatDate } from "#lib/i18n/format";
import { isLocale, type Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { sendToTeam } from "#lib/mail/send-to-team";
import { personByEmail } from "#lib/people/people";
import { permissionToGrant } from "./grants.ts";
import type { Invitation } from "./invitations.ts";

/** Writes to who is invited, in their language if they are known, else in that of who invites. */
export async function mailInvitation(
  tx: Tx,
  token: string,
  invitation: Pick<Invitation, "id" | "email" | "roles" | "message" | "expiresAt">,
): Promise<void> {
  const { environment, actor, locale } = tx.viewer;
  const person = await personByEmail(invitation.email);
  const language = person?.locale && isLocale(person.locale) ? person.locale : locale;
  const t = translator(language, "letters");
  const until = formatDate(invitation.expiresAt, { locale: language, timeZone: environment.timeZone });
  await sendToTeam(tx, {
    kind: "invitation",
    to: invitation.email,
    personId: person?.id ?? null,
    language,
    subjectId: invitation.id,
    letter: {
      title: t("invitation.title", { account: environment.accountName }),
      introduction: t("invitation.text", { inviter: actor.name ?? "", account: environment.accountName }),
      lines: [
        { label: t("invitation.roles"), value: rolesInWords(invitation.roles, language) },
        ...(invitation.message ? [{ label: t("invitation.message"), value: invitation.message }] : []),
      ],
      foot: [t("invitation.expires", { until }), t("invitation.unexpected")],
    },
    link: {
      label: t("invitation.accept"),
      path: `/join/${token}`,
      readers: permissionToGrant(invitation.roles),
    },
  });
}

/** The names of roles, as a sentence lists them. */
export function rolesInWords(roles: readonly string[], locale: Locale): string {
  const t = translator(locale, "roles");
  const names = roles.filter(isRole).map((role) => t(`name.${role}`));
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}
