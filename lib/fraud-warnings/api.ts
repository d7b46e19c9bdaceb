import { find } from "#db/rows";
import { earlyFraudWarnings } from "#db/schema/index";
import { reader } from "#db/transaction";
import { get, list, resource } from "#lib/api/endpoint";
import { pageOf, pageRows } from "#lib/api/page";
import * as p from "#lib/api/params";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { toFraudWarning } from "./wire.ts";

const permission = "radar:read" as const;
const path = "/v1/radar/early_fraud_warnings";

const filters = p.listParams({
  charge: p.objectId().optional(),
  created: p.createdRange().optional(),
  payment_intent: p.objectId().optional(),
});

export const earlyFraudWarningResource = resource(
  "radar.early_fraud_warning",
  {
    list: list(path, { permission, params: filters }, async (viewer, request) => {
      authorize(viewer, permission);
      const page = await pageRows(viewer, {
        table: earlyFraudWarnings,
        kind: "issuer_fraud_record",
        request,
        filters: { chargeId: request.charge, paymentIntentId: request.payment_intent },
      });
      return pageOf(page, path, (row) => toFraudWarning(row, viewer.environment));
    }),
    retrieve: get(`${path}/:id`, { permission }, (viewer, { id }) => load(viewer, id)),
  },
  { prefixes: ["issfr"], load, expandable: ["charge", "payment_intent"] },
);

/** One early fraud warning. Throws a 404 for what is not this environment's. */
async function load(viewer: Viewer, id: string) {
  authorize(viewer, permission);
  const row = await find(await reader(viewer), earlyFraudWarnings, id);
  if (!row) throw notFound("issuer_fraud_record", id);
  return toFraudWarning(row, viewer.environment);
}
