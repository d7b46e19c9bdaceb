import { asc, eq, sql } from "drizzle-orm";
import { type AccountSettings, accounts, environments } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { apiVersion } from "#lib/api-version";
import type { ViewedEnvironment } from "#lib/auth/viewer";

/** The environment of this id, with its account's preferences; null when there is none. */
export async function environmentById(id: number): Promise<ViewedEnvironment | null> {
  const statement = (await globalReader()).prepared("environment by id", (db) =>
    db
      .select(viewedColumns)
      .from(environments)
      .innerJoin(accounts, eq(accounts.id, environments.accountId))
      .where(eq(environments.id, sql.placeholder("id")))
      .prepare(),
  );
  const [row] = await statement.execute({ id });
  return row ? toViewed(row) : null;
}

/** The environment at this address of the dashboard, such as `maison-lavande-test`; null when there is none. */
export async function environmentBySlug(slug: string): Promise<ViewedEnvironment | null> {
  const statement = (await globalReader()).prepared("environment by slug", (db) =>
    db
      .select(viewedColumns)
      .from(environments)
      .innerJoin(accounts, eq(accounts.id, environments.accountId))
      .where(eq(environments.slug, sql.placeholder("slug")))
      .prepare(),
  );
  const [row] = await statement.execute({ slug });
  return row ? toViewed(row) : null;
}

/** Every environment of every account, oldest first: for the operator and for jobs. */
export async function listEnvironments(): Promise<ViewedEnvironment[]> {
  const { db } = await globalReader();
  const rows = await db
    .select(viewedColumns)
    .from(environments)
    .innerJoin(accounts, eq(accounts.id, environments.accountId))
    .orderBy(asc(environments.id));
  return rows.map(toViewed);
}

/** Whether an environment is closed to everybody: a live one before a processor is connected. */
export async function isLocked(environmentId: number): Promise<boolean> {
  const { db } = await globalReader();
  const [row] = await db
    .select({ locked: environments.locked })
    .from(environments)
    .where(eq(environments.id, environmentId));
  return row?.locked ?? true;
}

/** The columns `toViewed` reads, for queries that join environments and their accounts. */
export const viewedColumns = {
  id: environments.id,
  accountId: accounts.id,
  accountName: accounts.name,
  kind: environments.kind,
  name: environments.name,
  slug: environments.slug,
  clockOffset: environments.clockOffset,
  currency: accounts.defaultCurrency,
  country: accounts.country,
  timeZone: accounts.timeZone,
  settings: accounts.settings,
};

type Row = Omit<ViewedEnvironment, "statementDescriptor" | "feeOverrides" | "apiVersion"> & {
  settings: AccountSettings;
};

/** An environment as viewers know it, of a row of `viewedColumns`. */
export function toViewed({ settings, ...environment }: Row): ViewedEnvironment {
  return {
    ...environment,
    statementDescriptor: settings.statementDescriptor,
    feeOverrides: settings.feeOverrides,
    apiVersion: settings.apiVersion ?? apiVersion,
  };
}
