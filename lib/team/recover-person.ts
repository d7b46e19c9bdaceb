import { globalTransaction } from "#db/transaction";
import { auditGlobal } from "#lib/audit/audit";
import { makeLinkToken } from "#lib/auth/link-tokens";
import { secondFactorSince } from "#lib/auth/second-factor";
import { config } from "#lib/config";
import { conflict, notFound } from "#lib/errors";
import { environmentsOf } from "#lib/people/members";
import { personByEmail } from "#lib/people/people";

const operator = { type: "system" as const, id: null, name: null };

/**
 * For whoever runs the server: the address that turns the second step of somebody off whom no administrator may reset,
 * such as an owner who lost every device. It works once, for an hour, for who knows the password too.
 */
export async function linkToRecover(email: string): Promise<string> {
  const person = await personByEmail(email);
  if (!person) throw notFound("person", email);
  if ((await secondFactorSince(person.id)) === null) {
    throw conflict("This person has no second step.", "two_step_off");
  }
  const accounts = new Set((await environmentsOf(person.id)).map(({ accountId }) => accountId));
  const token = await globalTransaction(async (db) => {
    for (const accountId of accounts) {
      const what = { subject: person.id };
      await auditGlobal(db, accountId, "two_step.reset_sent", what, { actor: operator });
    }
    return makeLinkToken(db, person.id, "two_step");
  });
  return `${config().publicUrl}/two-step/${token}`;
}
