import { environmentBySlug, listEnvironments } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type ViewedEnvironment, type Viewer } from "#lib/auth/viewer";

/** The operator, looking at the environment a command named. */
export async function operatorIn(slug: string | undefined): Promise<Viewer> {
  const environment = slug ? await environmentBySlug(slug) : null;
  if (environment) return operatorOf(environment);
  const known = (await listEnvironments()).map((each) => `  ${each.slug}`).join("\n");
  throw new Error(`--environment needs one of:\n${known || "  (none yet: create an account first)"}`);
}

/** The operator, looking at `environment`; may do everything. */
export function operatorOf(environment: ViewedEnvironment): Viewer {
  return systemViewer(environment, "operator", new Set(allPermissions));
}
