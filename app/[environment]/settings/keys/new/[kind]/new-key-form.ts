import { z } from "zod";
import { several } from "../../../../../_server/form-values";

/** What restricted keys can be given: the permissions that calls of the API ask for. */
export const offeredPermissions = [
  "payments:read",
  "payments:write",
  "refunds:write",
  "customers:read",
  "customers:write",
  "customers:delete",
  "balance:read",
  "events:read",
] as const;

const name = z.string().trim().min(1, "required").max(100, "too_long");

export const newKeyForm = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("secret"), name }),
  z.strictObject({ kind: z.literal("publishable"), name }),
  z.strictObject({
    kind: z.literal("restricted"),
    name,
    permissions: several(z.enum(offeredPermissions)).refine(
      (list) => list.length > 0,
      "permissions_required",
    ),
  }),
]);
