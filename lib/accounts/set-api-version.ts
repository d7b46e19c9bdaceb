import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { apiVersion } from "#lib/api-version";
import { requestedVersion } from "#lib/api/version";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { getAccount } from "./queries.ts";

/**
 * Sets the version of the API that calls and webhooks get which name none, in every environment of the account.
 * Throws for a version there never was. Needs keys:write.
 */
export async function setApiVersion(viewer: Viewer, version: string): Promise<void> {
  authorize(viewer, "keys:write");
  if (version.includes(";")) throw invalid("Previews belong to single calls.", { param: "version" });
  requestedVersion(version);
  await transaction(viewer, async (tx) => {
    const { id, settings } = await getAccount(viewer);
    const before = settings.apiVersion ?? apiVersion;
    if (before === version) return;
    await tx.db
      .update(accounts)
      .set({ settings: { ...settings, apiVersion: version } })
      .where(eq(accounts.id, id));
    await audit(tx, "account.api_version_changed", {
      subject: id,
      before: { apiVersion: before },
      after: { apiVersion: version },
    });
  });
}
