"use server";

import { z } from "zod";
import { allRoles } from "#lib/auth/roles";
import { maskRoles } from "#lib/discretion/masked-roles";
import { formAction } from "../../../_server/form-action";
import { several } from "../../../_server/form-values";

export const saveMaskedRoles = formAction(z.strictObject({ roles: several(z.enum(allRoles)) }), maskRoles);
