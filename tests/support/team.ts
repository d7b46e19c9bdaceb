import type { Role } from "#lib/auth/roles";
import { viewerForMember } from "#lib/auth/viewer-for-member";
import type { Viewer } from "#lib/auth/viewer";
import { getMail, listMails } from "#lib/mail/queries";
import { addMember } from "#lib/people/add-member";
import { createPerson } from "#lib/people/create-person";
import type { Person } from "#lib/people/people";
import type { World } from "./world.ts";

export const teamPassword = "a good long password";
export const nowhere = { address: "192.0.2.7", userAgent: "Test browser" };
const request = { id: "req_1", idempotencyKey: null, ...nowhere };
let people = 0;

/** Somebody who can sign in, and is in no account yet. */
export function aPerson(name = "Ada"): Promise<Person> {
  return createPerson({ email: `person${people++}@team.test`, name, password: teamPassword });
}

/** A member of the world's account, as the viewer of its test environment. */
export async function aMember(
  { environment }: World,
  roles: Role[],
  { owner = false }: { owner?: boolean } = {},
): Promise<{ person: Person; viewer: Viewer }> {
  const person = await aPerson(owner ? "Olive" : roles.join(" "));
  await addMember({ accountId: environment.accountId, personId: person.id, roles, owner });
  const viewer = await viewerIn(environment.slug, person);
  if (!viewer) throw new Error("not a member");
  return { person, viewer };
}

/** What a person's next request finds at an environment; null for nothing. */
export function viewerIn(slug: string, person: Person): Promise<Viewer | null> {
  return viewerForMember({ person, slug, request, provedAt: Date.now(), acceptLanguage: "en" });
}

/** The secret at the end of the link in the newest mail to somebody, as the operator reads it. */
export async function tokenMailedTo(world: World, to: string): Promise<string> {
  const operator: Viewer = { ...world.viewer, door: "operator" };
  const { rows } = await listMails(operator, { limit: 50 });
  const mail = rows.find((row) => row.to === to);
  if (!mail) throw new Error(`No mail to ${to}`);
  const { text } = await getMail(operator, mail.id);
  return /https?:\/\/\S+\/(\w{43})/.exec(text)?.[1] ?? "";
}
