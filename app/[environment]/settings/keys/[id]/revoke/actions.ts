"use server";

import { z } from "zod";
import { revokeKey } from "#lib/keys/revoke-key";
import { paths } from "#lib/paths";
import { formAction } from "../../../../../_server/form-action";

export const revoke = formAction(
  z.strictObject({ id: z.string() }),
  (viewer, { id }) => revokeKey(viewer, id),
  {
    next: (viewer) => paths.keys(viewer),
  },
);
