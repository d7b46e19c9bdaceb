import { environmentBySlug, isLocked } from "#lib/accounts/environments";
import { concealFor } from "#lib/discretion/masked-roles";
import { negotiateLocale } from "#lib/i18n/negotiate-locale";
import { membershipOf } from "#lib/people/members";
import type { Person } from "#lib/people/people";
import { permissionsOf } from "./roles.ts";
import type { RequestFacts, Viewer } from "./viewer.ts";

export interface Visit {
  person: Person;
  /** The environment's address. */
  slug: string;
  request: RequestFacts;
  /** Of the session: see `Viewer.provedAt`. */
  provedAt: number | null;
  acceptLanguage: string | null;
}

/** The viewer of a signed-in person's request. Null where they are no member, as if there were nothing there. */
export async function viewerForMember({
  person,
  slug,
  request,
  provedAt,
  acceptLanguage,
}: Visit): Promise<Viewer | null> {
  const environment = await environmentBySlug(slug);
  const membership = environment && (await membershipOf(environment.accountId, person.id));
  if (!environment || !membership) return null;
  if (environment.kind === "live" && (await isLocked(environment.id))) return null;
  const now = () => Date.now() + environment.clockOffset;
  return {
    environmentId: environment.id,
    environment,
    door: "dashboard",
    actor: { type: "person", id: person.id, name: person.name },
    permissions: permissionsOf(membership, environment.kind),
    provedAt,
    publishable: false,
    locale: negotiateLocale(person.locale, acceptLanguage),
    timeZone: person.timeZone ?? environment.timeZone,
    request,
    claim: null,
    now,
    conceal: await concealFor({ environmentId: environment.id, now }, membership),
  };
}
