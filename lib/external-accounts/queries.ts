import { and, eq, isNull, sql } from "drizzle-orm";
import { find } from "#db/rows";
import { externalAccounts } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, type PageRequest, pageRows } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { ExternalAccountRow } from "./wire.ts";

/** One of the business's own bank accounts or cards that was not taken away, or a 404. */
export async function getExternalAccount(viewer: Viewer, id: string): Promise<ExternalAccountRow> {
  authorize(viewer, "payouts:read");
  return findExternalAccount(await reader(viewer), id);
}

/** As `getExternalAccount`, or what is left of one that was taken away. */
export async function getExternalAccountOrDeleted(viewer: Viewer, id: string): Promise<ExternalAccountRow> {
  authorize(viewer, "payouts:read");
  const row = await find(await reader(viewer), externalAccounts, id);
  if (!row) throw notFound("external account", id);
  return row;
}

/** As `getExternalAccount`, for commands: inside their transaction, authorized by them. The 404 names `param`. */
export async function findExternalAccount(
  handle: Handle,
  id: string,
  param = "id",
): Promise<ExternalAccountRow> {
  const row = await find(handle, externalAccounts, id);
  if (!row || row.deletedAt !== null) throw notFound("external account", id, param);
  return row;
}

/** A page of them, newest first. */
export async function listExternalAccounts(
  viewer: Viewer,
  request: PageRequest,
  type?: ExternalAccountRow["type"],
): Promise<Page<ExternalAccountRow>> {
  authorize(viewer, "payouts:read");
  return pageRows(viewer, {
    table: externalAccounts,
    kind: "external account",
    request,
    filters: { type },
    always: isNull(externalAccounts.deletedAt),
  });
}

/** Where payouts in a currency go unless they say otherwise. For commands, authorized by them. */
export async function defaultFor(handle: Handle, currency: string): Promise<ExternalAccountRow | undefined> {
  return (await inCurrency(handle, currency)).find((row) => row.defaultForCurrency);
}

/** Those that are paid out to in a currency. For commands, authorized by them. */
export async function inCurrency(handle: Handle, currency: string): Promise<ExternalAccountRow[]> {
  const statement = handle.prepared("external accounts of currency", (db) =>
    db
      .select()
      .from(externalAccounts)
      .where(
        and(
          eq(externalAccounts.environmentId, sql.placeholder("environmentId")),
          eq(externalAccounts.currency, sql.placeholder("currency")),
          isNull(externalAccounts.deletedAt),
        ),
      )
      .prepare(),
  );
  return statement.execute({ environmentId: handle.environmentId, currency });
}

/** Whether this is a bank account or card of the business that has not been removed. */
export async function hasBankAccount(viewer: Viewer, id: string): Promise<boolean> {
  const row = await find(await reader(viewer), externalAccounts, id);
  return row !== undefined && row.deletedAt === null;
}
