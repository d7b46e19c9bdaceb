import { z } from "zod";
import type { CompellingInput } from "#lib/disputes/give-compelling";
import { several } from "../../../../../../_server/form-values";

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, "too_long")
    .transform((typed) => typed || null);

/** A mark of a device, which Visa takes from this many characters on; or nothing. */
const device = (least: number) =>
  line(500).refine((typed) => typed === null || typed.length >= least, { message: "mark_too_short" });

/** Two earlier payments, and what they have in common with the disputed one. */
export const compellingTyped = z
  .strictObject({
    dispute: z.string(),
    earlier: several(z.string()),
    description: line(5_000),
    earlierDescription: line(5_000),
    sold: z.enum(["merchandise", "services"]).optional(),
    account: line(500),
    email: line(500),
    ip: line(100),
    device: device(15),
    fingerprint: device(20),
  })
  .transform((typed): CompellingInput => ({
    disputeId: typed.dispute,
    earlier: typed.earlier,
    productDescription: typed.description,
    merchandiseOrServices: typed.sold ?? null,
    earlierDescription: typed.earlierDescription,
    marks: {
      accountId: typed.account,
      email: typed.email,
      ip: typed.ip,
      deviceId: typed.device,
      deviceFingerprint: typed.fingerprint,
    },
  }));
