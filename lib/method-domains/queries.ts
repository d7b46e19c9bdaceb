import { find } from "#db/rows";
import { methodDomains } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { MethodDomainRow } from "./wire.ts";

/** One domain. */
export async function getMethodDomain(viewer: Viewer, id: string): Promise<MethodDomainRow> {
  authorize(viewer, "payments:read");
  return findMethodDomain(await reader(viewer), id);
}

/** As `getMethodDomain`, for commands: inside their transaction, authorized by them. */
export async function findMethodDomain(handle: Handle, id: string): Promise<MethodDomainRow> {
  const row = await find(handle, methodDomains, id);
  if (!row) throw notFound("payment_method_domain", id);
  return row;
}

/** Domains, newest first. */
export async function listMethodDomains(
  viewer: Viewer,
  request: PageRequest,
  filters: { domainName?: string | undefined; enabled?: boolean | undefined },
): Promise<Page<MethodDomainRow>> {
  authorize(viewer, "payments:read");
  return pageRows(viewer, { table: methodDomains, kind: "payment_method_domain", request, filters });
}
