import { createAccount } from "#lib/accounts/create-account";
import { environmentById } from "#lib/accounts/environments";
import { allPermissions, type Permission } from "#lib/auth/permissions";
import { permissionsOf, type Role } from "#lib/auth/roles";
import type { ViewedEnvironment, Viewer } from "#lib/auth/viewer";
import type { Currency } from "#lib/currencies";
import { useTestDatabase } from "./test-database.ts";
import "#lib/jobs/all";

export interface World {
  environment: ViewedEnvironment;
  /** A person who may do everything. */
  viewer: Viewer;
  viewerWith(roles: Role[]): Viewer;
}

/** An account with its test environment, in this test file's own database. Each call opens another account. */
export async function aWorld(
  options: { currency?: Currency; country?: string; timeZone?: string } = {},
): Promise<World> {
  await useTestDatabase();
  const created = await createAccount({
    name: "Test Business",
    country: options.country ?? "FR",
    currency: options.currency ?? "eur",
    timeZone: options.timeZone ?? "Europe/Paris",
    locale: "en",
  });
  const environment = await environmentById(created.testEnvironmentId);
  if (!environment) throw new Error("The account has no test environment");
  return {
    environment,
    viewer: viewerOf(environment, new Set(allPermissions)),
    viewerWith: (roles) => viewerOf(environment, permissionsOf({ roles, owner: false }, environment.kind)),
  };
}

/** The same viewer at another moment: `by` milliseconds later. */
export function later(viewer: Viewer, by: number): Viewer {
  return { ...viewer, now: () => viewer.now() + by };
}

function viewerOf(environment: ViewedEnvironment, permissions: ReadonlySet<Permission>): Viewer {
  return {
    environmentId: environment.id,
    environment,
    door: "dashboard",
    actor: { type: "person", id: "per_test", name: "Amélie" },
    permissions,
    publishable: false,
    locale: "en",
    timeZone: environment.timeZone,
    request: null,
    claim: null,
    now: () => Date.now() + environment.clockOffset,
  };
}
