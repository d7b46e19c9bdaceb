import { and, asc, count, countDistinct, desc, eq, gt, inArray, isNotNull, isNull } from "drizzle-orm";
import { customers, paymentMethods } from "#db/schema/index";
import { type Handle, reader, type Scope } from "#db/transaction";
import { phoneKey } from "../figures/contribution.ts";
import { areAlike, type Person } from "./alike.ts";

/** What customers have in common that may be one person. */
export const likenesses = ["email", "card", "phone", "name"] as const;
export type Likeness = (typeof likenesses)[number];

/** Customers, by their ids, that may be one person: oldest first. */
export type Suspects = string[];

const most = 50;
const mostOfOne = 20;

/** Groups of customers that may be one person, at most 50. Reads every customer: for a worker. */
export async function findDuplicates(scope: Scope, { by }: { by: Likeness }): Promise<Suspects[]> {
  const handle = await reader(scope);
  switch (by) {
    case "email":
      return sharingEmail(handle);
    case "card":
      return sharingCard(handle);
    case "phone":
      return sharing(handle, ({ phone }) => phoneKey(phone));
    case "name":
      return alike(handle);
  }
}

async function sharingEmail(handle: Handle): Promise<Suspects[]> {
  const { environmentId, emailKey, deletedAt, id } = customers;
  const here = and(eq(environmentId, handle.environmentId), isNull(deletedAt));
  const shared = await handle.db
    .select({ emailKey })
    .from(customers)
    .where(and(here, isNotNull(emailKey)))
    .groupBy(emailKey)
    .having(gt(count(), 1))
    .orderBy(desc(count()))
    .limit(most);
  const keys = shared.flatMap((row) => row.emailKey ?? []);
  const rows = await handle.db
    .select({ id, key: emailKey })
    .from(customers)
    .where(and(here, inArray(emailKey, keys)))
    .orderBy(asc(customers.createdAt), asc(id));
  return grouped(rows);
}

/** The same card kept for several customers: the processor tells by a fingerprint, nobody by its number. */
async function sharingCard(handle: Handle): Promise<Suspects[]> {
  const { environmentId, fingerprint, customerId, createdAt } = paymentMethods;
  const here = and(eq(environmentId, handle.environmentId), isNotNull(customerId));
  const shared = await handle.db
    .select({ fingerprint })
    .from(paymentMethods)
    .where(and(here, isNotNull(fingerprint)))
    .groupBy(fingerprint)
    .having(gt(countDistinct(customerId), 1))
    .limit(most);
  const keys = shared.flatMap((row) => row.fingerprint ?? []);
  const rows = await handle.db
    .select({ id: customerId, key: fingerprint })
    .from(paymentMethods)
    .where(and(here, inArray(fingerprint, keys)))
    .orderBy(asc(createdAt));
  return grouped(rows.flatMap(({ id, key }) => (id === null ? [] : [{ id, key }])));
}

async function sharing(handle: Handle, keyOf: (person: Person) => string | null): Promise<Suspects[]> {
  const rows: { id: string; key: string | null }[] = [];
  for await (const person of everybody(handle)) rows.push({ id: person.id, key: keyOf(person) });
  return grouped(rows);
}

/** Compared only with those of the same place: everybody with everybody would never end. */
async function alike(handle: Handle): Promise<Suspects[]> {
  const places = new Map<string, Person[]>();
  for await (const person of everybody(handle)) {
    if (!person.name || !person.address?.postal_code) continue;
    const place = `${person.address.country} ${person.address.postal_code}`.toLowerCase();
    const neighbours = places.get(place);
    if (neighbours) neighbours.push(person);
    else places.set(place, [person]);
  }
  const found: Suspects[] = [];
  for (const neighbours of places.values()) {
    const seen = new Set<string>();
    for (const one of neighbours.slice(0, mostCompared)) {
      if (seen.has(one.id)) continue;
      const same = neighbours.slice(0, mostCompared).filter((other) => other === one || areAlike(one, other));
      if (same.length < 2) continue;
      for (const { id } of same) seen.add(id);
      found.push(same.slice(0, mostOfOne).map(({ id }) => id));
      if (found.length === most) return found;
    }
  }
  return found;
}

const mostCompared = 500;

async function* everybody(handle: Handle, atOnce = 5000): AsyncGenerator<Person> {
  const { environmentId, id, name, phone, address, deletedAt } = customers;
  let after = "";
  for (;;) {
    const rows = await handle.db
      .select({ id, name, phone, address })
      .from(customers)
      .where(and(eq(environmentId, handle.environmentId), gt(id, after), isNull(deletedAt)))
      .orderBy(asc(id))
      .limit(atOnce);
    yield* rows;
    if (rows.length < atOnce) return;
    after = rows.at(-1)?.id ?? after;
  }
}

function grouped(rows: readonly { id: string; key: string | null }[]): Suspects[] {
  const groups = new Map<string, Set<string>>();
  for (const { id, key } of rows) {
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.add(id);
    else groups.set(key, new Set([id]));
  }
  return [...groups.values()]
    .filter((group) => group.size > 1)
    .slice(0, most)
    .map((group) => [...group].slice(0, mostOfOne));
}
