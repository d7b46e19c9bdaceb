import { z } from "zod";
import type { MandateAcceptance } from "#db/schema/setup";
import * as p from "#lib/api/params";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";

/** How a payer agreed to be debited, as a caller tells it. Understood by `toAcceptance`. */
export const mandateData = () =>
  p.hash({
    customer_acceptance: p.hash({
      type: p.oneOf(["online", "offline"]),
      accepted_at: p.time().optional(),
      online: p
        .hash({
          ip_address: p.text(45).optional(),
          user_agent: p.text().optional(),
          infer_from_client: p.bool().optional(),
        })
        .optional(),
      offline: z.union([p.hash({}), z.literal("")]).optional(),
    }),
  });

/**
 * The acceptance in the core's words. A browser's key leaves it to us to say where its customer was: its request
 * tells. Null where nothing was said.
 */
export function toAcceptance(
  viewer: Viewer,
  given: z.output<ReturnType<typeof mandateData>> | null | undefined,
): MandateAcceptance | null {
  if (!given) return viewer.publishable ? ofThisRequest(viewer, null) : null;
  const { type, accepted_at: at = null, online } = given.customer_acceptance;
  if (type === "offline") return { type, acceptedAt: at, online: null };
  if (viewer.publishable && (!online || online.infer_from_client)) return ofThisRequest(viewer, at);
  return {
    type,
    acceptedAt: at,
    online: {
      ipAddress: named(online?.ip_address, "ip_address"),
      userAgent: named(online?.user_agent, "user_agent"),
    },
  };
}

function ofThisRequest({ request }: Viewer, acceptedAt: number | null): MandateAcceptance {
  const online = { ipAddress: request?.address ?? null, userAgent: request?.userAgent ?? null };
  return { type: "online", acceptedAt, online };
}

function named(value: string | undefined, name: string): string {
  if (value !== undefined) return value;
  const param = `mandate_data[customer_acceptance][online][${name}]`;
  throw invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
}
