"use server";

import { z } from "zod";
import { leaveAccount } from "#lib/team/leave-account";
import { formAction } from "../../../../_server/form-action";

export const leave = formAction(z.strictObject({}), leaveAccount, { next: () => "/" });
