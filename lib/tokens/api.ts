import { get, postThroughProcessor, resource } from "#lib/api/endpoint";
import { createToken } from "./create-token.ts";
import { createParams, toTokenInput } from "./params.ts";
import { getToken } from "./queries.ts";
import { toToken } from "./wire.ts";

export const tokenResource = resource("token", {
  create: postThroughProcessor(
    "/v1/tokens",
    { permission: "payments:write", publishable: ["payments:write"], params: createParams },
    (viewer, input) => createToken(viewer, toTokenInput(input)),
    (viewer, row) => toToken(row, viewer.environment),
  ),
  retrieve: get(
    "/v1/tokens/:id",
    { permission: "payments:read", publishable: ["payments:read"] },
    async (viewer, { id }) => toToken(await getToken(viewer, id), viewer.environment),
  ),
});
