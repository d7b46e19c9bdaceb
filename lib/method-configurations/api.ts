import type { MethodPreference } from "#db/schema/methods";
import { get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import * as p from "#lib/api/params";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { createMethodConfiguration, updateMethodConfiguration } from "./change-configuration.ts";
import { getMethodConfiguration, listMethodConfigurations } from "./queries.ts";
import { configurableTypes } from "./types.ts";
import { type MethodConfigurationRow, toMethodConfiguration } from "./wire.ts";

const read = "payments:read" as const;
const write = "settings:write" as const;
const path = "/v1/payment_method_configurations";
const answer = (viewer: Viewer, row: MethodConfigurationRow) =>
  toMethodConfiguration(row, viewer.environment);

const method = p.hash({
  display_preference: p.hash({ preference: p.oneOf(["none", "off", "on"]).optional() }).optional(),
});
const methods = Object.fromEntries(configurableTypes.map((type) => [type, method.optional()]));
const name = p.text(100).optional();

export const methodConfigurationResource = resource(
  "payment_method_configuration",
  {
    create: post(
      path,
      { permission: write, params: p.params({ ...methods, name, parent: p.objectId().optional() }) },
      async (viewer, { name: named, parent, ...given }) => {
        if (parent !== undefined) {
          throw invalid("Only configurations of connected accounts have a parent.", { param: "parent" });
        }
        const preferences = preferencesOf(given);
        return answer(viewer, await createMethodConfiguration(viewer, { name: named, preferences }));
      },
    ),
    list: list(
      path,
      {
        permission: read,
        params: p.listParams({
          active: p.bool().optional(),
          application: p.emptyable(p.objectId()).optional(),
        }),
      },
      async (viewer, { application, ...request }) => {
        // None was made by somebody's application.
        if (application) return pageOf({ rows: [], hasMore: false }, path, (row: never) => row);
        return pageOf(await listMethodConfigurations(viewer, request), path, (row) => answer(viewer, row));
      },
    ),
    retrieve: get(`${path}/:id`, { permission: read }, (viewer, { id }) => load(viewer, id)),
    update: post(
      `${path}/:id`,
      { permission: write, params: p.params({ ...methods, name, active: p.bool().optional() }) },
      async (viewer, { id, name: named, active, ...given }) => {
        const changes = { name: named, active, preferences: preferencesOf(given) };
        return answer(viewer, await updateMethodConfiguration(viewer, id, changes));
      },
    ),
  },
  { prefixes: ["pmc"], load },
);

async function load(viewer: Viewer, id: string) {
  return answer(viewer, await getMethodConfiguration(viewer, id));
}

interface GivenMethod {
  display_preference?: { preference?: MethodPreference | undefined } | undefined;
}

function preferencesOf(given: Record<string, GivenMethod | undefined>): Record<string, MethodPreference> {
  const named = Object.entries(given).map(
    ([type, one]) => [type, one?.display_preference?.preference] as const,
  );
  return Object.fromEntries(
    named.filter((entry): entry is [string, MethodPreference] => entry[1] !== undefined),
  );
}
