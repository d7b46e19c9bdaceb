import { z } from "zod";
import { isRole, type Role } from "#lib/auth/roles";
import { invitedEmails } from "#lib/team/invite-members";
import { several } from "../../../_server/form-values";

const role = z.custom<Role>((text) => typeof text === "string" && isRole(text), "invalid");
const roles = several(role).refine((list) => list.length > 0, "roles_required");

export const inviteForm = z.strictObject({
  emails: invitedEmails,
  roles,
  message: z
    .string()
    .trim()
    .max(500, "too_long")
    .transform((text) => text || null),
});

export const rolesForm = z.strictObject({ personId: z.string(), roles });
export const memberForm = z.strictObject({ personId: z.string() });
export const invitationForm = z.strictObject({ id: z.string() });
export const nothingTyped = z.strictObject({});
export const twoStepForm = z.strictObject({ required: z.enum(["yes", "no"]) });
