import { and, eq } from "drizzle-orm";
import { change, insert } from "#db/rows";
import { methodDomains } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { findMethodDomain } from "./queries.ts";
import type { MethodDomainRow } from "./wire.ts";

/** Registers a domain; one that is registered already stays as it is and is returned. */
export async function createMethodDomain(
  viewer: Viewer,
  { domainName, enabled = true }: { domainName: string; enabled?: boolean | undefined },
): Promise<MethodDomainRow> {
  authorize(viewer, "settings:write");
  const name = domainName.toLowerCase();
  assertDomain(name);
  return transaction(viewer, async (tx) => {
    const registered = await findByName(tx, name);
    if (registered) return registered;
    const row = await insert(tx, methodDomains, {
      id: newId("pmd", tx.now),
      createdAt: tx.now,
      domainName: name,
      enabled,
    });
    await audit(tx, "method_domain.created", { subject: row.id, after: { domain: name, enabled } });
    return row;
  });
}

/** Switches the methods of a domain on or off. */
export async function updateMethodDomain(
  viewer: Viewer,
  id: string,
  { enabled }: { enabled?: boolean | undefined },
): Promise<MethodDomainRow> {
  authorize(viewer, "settings:write");
  return transaction(viewer, async (tx) => {
    const row = await findMethodDomain(tx, id);
    const changed = await change(tx, methodDomains, row, { enabled: enabled ?? row.enabled });
    await audit(tx, "method_domain.updated", {
      subject: id,
      before: { domain: row.domainName, enabled: row.enabled },
      after: { enabled: changed.enabled },
    });
    return changed;
  });
}

async function findByName(tx: Tx, name: string): Promise<MethodDomainRow | undefined> {
  const { environmentId, domainName } = methodDomains;
  const [row] = await tx.db
    .select()
    .from(methodDomains)
    .where(and(eq(environmentId, tx.environmentId), eq(domainName, name)));
  return row;
}

/** A name alone: no scheme, no path, no port. */
function assertDomain(name: string): void {
  const label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  if (name.length <= 253 && new RegExp(`^(${label}\\.)+${label}$`).test(name)) return;
  throw invalid(`Invalid domain name: ${name.slice(0, 60)}. Give the name alone, such as shop.example.com.`, {
    param: "domain_name",
  });
}
