import type { MethodPreference } from "#db/schema/methods";
import { change, insert } from "#db/rows";
import { methodConfigurations } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { differences } from "#lib/events/differences";
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
  return transaction(viewer, async (tx) => {
    const row = await insert(tx, methodConfigurations, {
      id: newId("pmc", tx.now),
      createdAt: tx.now,
      name: name ?? "Payment methods",
      active: true,
      isDefault: false,
      preferences,
    });
    await audit(tx, "method_configuration.created", { subject: row.id, after: facts(row) });
    return row;
  });
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
    const changed = await change(tx, methodConfigurations, row, {
      name: name ?? row.name,
      active: active ?? row.active,
      preferences: { ...row.preferences, ...preferences },
    });
    await audit(tx, "method_configuration.updated", {
      subject: id,
      before: differences(facts(row), facts(changed)),
      after: differences(facts(changed), facts(row)),
    });
    return changed;
  });
}

function facts({ name, active, preferences }: MethodConfigurationRow) {
  return { name, active, preferences };
}
