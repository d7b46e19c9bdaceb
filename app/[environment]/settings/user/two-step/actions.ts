"use server";

import { z } from "zod";
import { renewBackupCodes, turnTwoStepOff, turnTwoStepOn } from "#lib/auth/turn-two-step";
import { paths } from "#lib/paths";
import { operationFormAction } from "../../../../_server/form-action";

const typed = z.strictObject({ code: z.string().trim().min(1, "required").max(40, "too_long") });

// A wrong code is counted in a transaction of its own, which must last although the form is refused.

export const turnOn = operationFormAction(typed, turnTwoStepOn, {
  next: (viewer) => paths.twoStep(viewer),
});

export const turnOff = operationFormAction(typed, turnTwoStepOff, {
  next: (viewer) => paths.twoStep(viewer),
});

export const makeCodes = operationFormAction(typed.partial(), renewBackupCodes, {
  shown: ({ codes }) => ({ codes: codes.join(" ") }),
});
