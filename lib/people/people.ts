import { eq, sql } from "drizzle-orm";
import { people } from "#db/schema/index";
import { globalReader } from "#db/transaction";

export type Person = typeof people.$inferSelect;

/** The form in which an email is stored and compared. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** The person of this email, whatever its case; undefined when there is none. */
export async function personByEmail(email: string): Promise<Person | undefined> {
  const statement = (await globalReader()).prepared("person by email", (db) =>
    db
      .select()
      .from(people)
      .where(eq(people.email, sql.placeholder("email")))
      .prepare(),
  );
  const [person] = await statement.execute({ email: normalEmail(email) });
  return person;
}

/** The person of this id; undefined when there is none. */
export async function personById(id: string): Promise<Person | undefined> {
  const statement = (await globalReader()).prepared("person by id", (db) =>
    db
      .select()
      .from(people)
      .where(eq(people.id, sql.placeholder("id")))
      .prepare(),
  );
  const [person] = await statement.execute({ id });
  return person;
}
