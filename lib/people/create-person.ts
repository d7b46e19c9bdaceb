import { people } from "#db/schema/index";
import { globalTransaction } from "#db/transaction";
import type { Locale } from "#lib/i18n/locale";
import { newId } from "#lib/ids";
import { hashPassword } from "./password.ts";
import { normalEmail, type Person } from "./people.ts";

export interface NewPerson {
  email: string;
  name: string;
  password: string;
  locale?: Locale;
  timeZone?: string;
  demo?: boolean;
  /** Milliseconds; now unless history is being made. */
  at?: number;
}

/** Adds somebody who can sign in; membership of an account comes apart. The email must be free. */
export async function createPerson(input: NewPerson): Promise<Person> {
  return insertPerson(input, await hashPassword(input.password));
}

/** The same inside a transaction, which cannot wait for hashing. */
export function insertPerson(input: Omit<NewPerson, "password">, passwordHash: string): Promise<Person> {
  const at = input.at ?? Date.now();
  const person: Person = {
    id: newId("per", at),
    createdAt: at,
    email: normalEmail(input.email),
    name: input.name,
    phone: null,
    passwordHash,
    locale: input.locale ?? null,
    timeZone: input.timeZone ?? null,
    demo: input.demo ?? false,
  };
  return globalTransaction(async (db) => {
    await db.insert(people).values(person);
    return person;
  });
}
