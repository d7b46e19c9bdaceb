"use server";

import { z } from "zod";
import { saveActivationPart, submitActivation } from "#lib/activation/activation";
import { activationParts } from "#lib/activation/parts";
import type { Viewer } from "#lib/auth/viewer";
import { paths } from "#lib/paths";
import { formAction } from "../../../_server/form-action";

const back = { next: (viewer: Viewer) => paths.activation(viewer) };

export const saveBusiness = formAction(
  activationParts.business,
  (viewer, facts) => saveActivationPart(viewer, "business", facts),
  back,
);

export const saveProduct = formAction(
  activationParts.product,
  (viewer, facts) => saveActivationPart(viewer, "product", facts),
  back,
);

export const saveRepresentative = formAction(
  activationParts.representative,
  (viewer, facts) => saveActivationPart(viewer, "representative", facts),
  back,
);

export const saveBank = formAction(
  activationParts.bank,
  (viewer, facts) => saveActivationPart(viewer, "bank", facts),
  back,
);

export const submit = formAction(z.strictObject({}), submitActivation);
