"use server";

import { z } from "zod";
import { paths } from "#lib/paths";
import { acceptOwnership, offerOwnership, withdrawOffer } from "#lib/team/transfer-ownership";
import { formAction, operationFormAction } from "../../../../_server/form-action";

const code = z.string().trim().min(1, "required").max(40, "too_long").optional();

// A wrong code is counted in a transaction of its own, which must last although the form is refused.

export const offer = operationFormAction(
  z.strictObject({ personId: z.string().min(1, "required"), code }),
  offerOwnership,
  { next: (viewer) => paths.owner(viewer) },
);

export const accept = operationFormAction(z.strictObject({ code }), acceptOwnership, {
  next: (viewer) => paths.team(viewer),
});

export const withdraw = formAction(z.strictObject({}), withdrawOffer, {
  next: (viewer) => paths.owner(viewer),
});
