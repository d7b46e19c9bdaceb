import { resources } from "#lib/api/registry";
import { allPermissions, isPermission, type Permission } from "#lib/auth/permissions";
import type { RequestFacts, Viewer } from "#lib/auth/viewer";
import type { FoundKey } from "./find-key.ts";
import { grantedBy, isScope } from "./scopes.ts";

const everything: ReadonlySet<Permission> = new Set(allPermissions);
const nothing: ReadonlySet<Permission> = new Set();

/**
 * Who asks, when it is a key: a secret key may do everything, a restricted one what it was given, a publishable
 * one nothing but what the endpoint grants it.
 */
export function viewerOfKey(key: FoundKey, request: RequestFacts | null): Viewer {
  const { environment } = key;
  return {
    environmentId: environment.id,
    environment,
    door: "api",
    actor: { type: "key", id: key.id, name: key.name },
    ...allowedTo(key),
    publishable: key.kind === "publishable",
    locale: "en",
    timeZone: environment.timeZone,
    request,
    claim: null,
    now: () => Date.now() + environment.clockOffset,
  };
}

function allowedTo({ kind, permissions }: FoundKey): Pick<Viewer, "permissions" | "kinds"> {
  if (kind === "secret") return { permissions: everything };
  if (kind === "publishable" || !permissions) return { permissions: nothing };
  if (permissions.every(isScope)) return grantedBy(resources, permissions);
  return { permissions: new Set(permissions.filter(isPermission)) };
}
