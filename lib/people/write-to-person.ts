import { openEnvironment, transaction } from "#db/transaction";
import { environmentById } from "#lib/accounts/environments";
import type { Permission } from "#lib/auth/permissions";
import { systemViewer } from "#lib/auth/viewer";
import { isLocale, type Locale } from "#lib/i18n/locale";
import { sendToTeam, type TeamMail } from "#lib/mail/send-to-team";
import { permissionToGrant } from "#lib/team/grants";
import { usualOf } from "./last-account.ts";
import { environmentsOf, type Reachable } from "./members.ts";
import type { Person } from "./people.ts";

type Written = Pick<TeamMail, "kind" | "letter"> & {
  /** A secret link is for who could have given its reader as much; one that proves a mailbox is for no other reader. */
  link: { label: string; path: string; secret?: "yes" | "proves_mailbox" };
};

/**
 * Writes to a person about themselves, from where it happens: the environment of the open transaction, else the
 * account they were in last. `write` is given their language. Who is in none has nothing to sign in to, and gets no mail.
 */
export async function writeToPerson(person: Person, write: (language: Locale) => Written): Promise<void> {
  const reachable = await environmentsOf(person.id);
  const tests = reachable.filter(({ kind }) => kind === "test");
  const usual = await usualOf(person.id, tests);
  const environment = usual && (await environmentById(openEnvironment() ?? usual.environmentId));
  if (!environment) return;
  const language = person.locale && isLocale(person.locale) ? person.locale : "en";
  const { link, ...mail } = write(language);
  const { secret, ...open } = link;
  await transaction(systemViewer(environment, "job", new Set()), (tx) =>
    sendToTeam(tx, {
      ...mail,
      to: person.email,
      personId: person.id,
      language,
      subjectId: person.id,
      link: secret ? { ...open, readers: secret === "yes" ? readersOf(reachable) : "operator" } : open,
    }),
  );
}

/** Who could have made them what they are. For an owner, or somebody of other accounts too, that is nobody here. */
function readersOf(reachable: Reachable[]): Permission | "operator" {
  const accounts = new Set(reachable.map(({ accountId }) => accountId));
  const [first] = reachable;
  if (!first || accounts.size > 1 || first.owner) return "operator";
  return permissionToGrant(first.roles);
}
