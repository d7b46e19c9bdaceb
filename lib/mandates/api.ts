import { get, resource } from "#lib/api/endpoint";
import type { Viewer } from "#lib/auth/viewer";
import { getMandate } from "./queries.ts";
import { toMandate } from "./wire.ts";

export const mandateResource = resource(
  "mandate",
  {
    retrieve: get("/v1/mandates/:id", { permission: "payments:read" }, (viewer, { id }) => load(viewer, id)),
  },
  {
    prefixes: ["mandate"],
    load,
    expandable: ["payment_method"],
    kinds: { payment_method: "payment_method" },
  },
);

async function load(viewer: Viewer, id: string) {
  const { mandate, method } = await getMandate(viewer, id);
  return toMandate(mandate, method.type, viewer.environment);
}
