import { environmentBySlug } from "#lib/accounts/environments";
import { demoPassword, demoSlug } from "#lib/demo/credentials";
import { addMember } from "#lib/people/add-member";
import { createPerson } from "#lib/people/create-person";
import { assignableRoles, emailOfRole } from "./pages-roles.ts";

/** Gives the demo business one more member for each role. */
export async function addOneOfEachRole(): Promise<void> {
  const environment = await environmentBySlug(demoSlug);
  if (!environment) throw new Error("The demo business is not there");
  for (const role of assignableRoles) {
    const { id } = await createPerson({ email: emailOfRole(role), name: role, password: demoPassword });
    await addMember({ accountId: environment.accountId, personId: id, roles: [role] });
  }
}
