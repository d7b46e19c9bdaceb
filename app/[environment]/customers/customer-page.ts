import { redirect } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { getCustomer, mergedInto } from "#lib/customers/queries";
import type { CustomerRow } from "#lib/customers/wire";
import { paths } from "#lib/paths";
import { found } from "../../_server/found";
import { pageViewer } from "../../_server/page-viewer";

export type CustomerPageProps = {
  params: Promise<{ environment: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Who looks at which customer, or nothing found. */
export async function customerOf({
  params,
}: Pick<CustomerPageProps, "params">): Promise<{ viewer: Viewer; customer: CustomerRow }> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return { viewer, customer: await asked(viewer, id) };
}

const asked = cache(async (viewer: Viewer, id: string) => {
  const now = await mergedInto(viewer, id);
  if (now && now.deletedAt === null) redirect(paths.customer(viewer, now.id));
  return found(getCustomer(viewer, id));
});
