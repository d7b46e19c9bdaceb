import { del, get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import { listParams } from "#lib/api/params";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { createEndpoint } from "./create-endpoint.ts";
import { deleteEndpoint } from "./delete-endpoint.ts";
import { createParams, toInput, updateParams, versionOf } from "./params.ts";
import { getEndpoint, listEndpoints } from "./queries.ts";
import { updateEndpoint } from "./update-endpoint.ts";
import { toDeletedWebhookEndpoint, toWebhookEndpoint } from "./wire.ts";

const permission = "webhooks:write" as const;

export const webhookEndpointResource = resource(
  "webhook_endpoint",
  {
    create: post("/v1/webhook_endpoints", { permission, params: createParams }, async (viewer, input) => {
      if (input.connect) {
        throw invalid("Connected accounts are not part of this account.", { param: "connect" });
      }
      const { endpoint, secret } = await createEndpoint(viewer, {
        ...toInput(input),
        url: input.url,
        enabledEvents: input.enabled_events,
        apiVersion: versionOf(input.api_version),
      });
      return { ...toWebhookEndpoint(endpoint, viewer.environment), secret };
    }),
    retrieve: get("/v1/webhook_endpoints/:id", { permission }, (viewer, { id }) => load(viewer, id)),
    update: post(
      "/v1/webhook_endpoints/:id",
      { permission, params: updateParams },
      async (viewer, { id, disabled, ...input }) => {
        const status = disabled === undefined ? undefined : disabled ? "disabled" : "enabled";
        const endpoint = await updateEndpoint(viewer, { ...toInput(input), id, status });
        return toWebhookEndpoint(endpoint, viewer.environment);
      },
    ),
    delete: del("/v1/webhook_endpoints/:id", { permission }, async (viewer, { id }) =>
      toDeletedWebhookEndpoint(await deleteEndpoint(viewer, id)),
    ),
    list: list("/v1/webhook_endpoints", { permission, params: listParams({}) }, async (viewer, input) => {
      const page = await listEndpoints(viewer, input);
      return pageOf(page, "/v1/webhook_endpoints", (row) => toWebhookEndpoint(row, viewer.environment));
    }),
  },
  { prefixes: ["we"], load },
);

async function load(viewer: Viewer, id: string) {
  return toWebhookEndpoint(await getEndpoint(viewer, id), viewer.environment);
}
