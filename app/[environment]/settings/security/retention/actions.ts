"use server";

import { z } from "zod";
import { retention, setRetention } from "#lib/audit/retention";
import { paths } from "#lib/paths";
import { formAction } from "../../../../_server/form-action";

export const keep = formAction(z.strictObject({ days: retention }), setRetention, {
  next: (viewer) => paths.securityHistory(viewer),
});
