import type { MethodPreference } from "#db/schema/methods";
import { change, insert } from "#db/rows";
import { methodConfigurations } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { ensureDefault, findMethodConfiguration } from "./queries.ts";
import type { MethodConfigurationRow } from "./wire.ts";

interface Changes {
  name?: string | undefined;
  active?: boolean | undefined;
  preferences: Record<string, MethodPreference>;
}

/** Adds a configuration beside the default one, for payments that name it. */
export async function createMethodConfiguration(
  viewer: Viewer,
  { name, preferences }: Omit<Changes, "active">,
): Promise<MethodConfigurationRow> {
  authorize(viewer, "settings:write");
  await ensureDefault(viewer);
  return transaction(viewer, (tx) =>
    insert(tx, methodConfigurations, {
      id: newId("pmc", tx.now),
      createdAt: tx.now,
      name: name ?? "Payment methods",
      active: true,
      isDefault: false,
      preferences,
    }),
  );
}

/** Changes what a configuration offers, from the next payment on. The default one stays active. */
export async function updateMethodConfiguration(
  viewer: Viewer,
  id: string,
  { name, active, preferences }: Changes,
): Promise<MethodConfigurationRow> {
  authorize(viewer, "settings:write");
  return transaction(viewer, async (tx) => {
    const row = await findMethodConfiguration(tx, id);
    if (active === false && row.isDefault) {
      throw invalid("The default payment method configuration cannot be deactivated.", { param: "active" });
    }
    return change(tx, methodConfigurations, row, {
      name: name ?? row.name,
      active: active ?? row.active,
      preferences: { ...row.preferences, ...preferences },
    });
  });
}
