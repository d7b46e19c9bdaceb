import type { Viewer } from "#lib/auth/viewer";
import { unauthenticated } from "#lib/errors";
import { type Person, personById } from "./people.ts";

/** The person who asks; keys and jobs are nobody. */
export async function ownPerson({ actor }: Pick<Viewer, "actor">): Promise<Person> {
  const person = actor.type === "person" && actor.id ? await personById(actor.id) : undefined;
  if (!person) throw unauthenticated("This concerns a person's own settings: sign in to change them.");
  return person;
}
