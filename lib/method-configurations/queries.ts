import { and, eq, sql } from "drizzle-orm";
import { find, insert } from "#db/rows";
import { methodConfigurations } from "#db/schema/index";
import { type Handle, reader, transaction } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { newId } from "#lib/ids";
import type { MethodConfigurationRow } from "./wire.ts";

/** One configuration. */
export async function getMethodConfiguration(viewer: Viewer, id: string): Promise<MethodConfigurationRow> {
  authorize(viewer, "payments:read");
  return findMethodConfiguration(await reader(viewer), id);
}

/** As `getMethodConfiguration`, for commands: inside their transaction, authorized by them. */
export async function findMethodConfiguration(
  handle: Handle,
  id: string,
  param = "id",
): Promise<MethodConfigurationRow> {
  const row = await find(handle, methodConfigurations, id);
  if (!row) throw notFound("payment_method_configuration", id, param);
  return row;
}

/** Configurations, newest first. There is always one: the account's default. */
export async function listMethodConfigurations(
  viewer: Viewer,
  { active, ...request }: PageRequest & { active?: boolean | undefined },
): Promise<Page<MethodConfigurationRow>> {
  authorize(viewer, "payments:read");
  await ensureDefault(viewer);
  return pageRows(viewer, {
    table: methodConfigurations,
    kind: "payment_method_configuration",
    request,
    filters: { active },
  });
}

/** The default configuration, if anybody looked at it yet: until then everything is as it usually is. */
export async function findDefault(handle: Handle): Promise<MethodConfigurationRow | undefined> {
  const { environmentId, isDefault } = methodConfigurations;
  const statement = handle.prepared("default method configuration", (db) =>
    db
      .select()
      .from(methodConfigurations)
      .where(and(eq(environmentId, sql.placeholder("environmentId")), eq(isDefault, true)))
      .limit(1)
      .prepare(),
  );
  const [row] = await statement.execute({ environmentId: handle.environmentId });
  return row;
}

/** Makes the default configuration where nobody looked at it yet: it is older than any other. */
export async function ensureDefault(viewer: Viewer): Promise<void> {
  if (await findDefault(await reader(viewer))) return;
  await transaction(viewer, async (tx) => {
    if (await findDefault(tx)) return;
    await insert(tx, methodConfigurations, {
      id: newId("pmc", tx.now),
      createdAt: tx.now,
      name: "Default",
      active: true,
      isDefault: true,
      preferences: {},
    });
  });
}
