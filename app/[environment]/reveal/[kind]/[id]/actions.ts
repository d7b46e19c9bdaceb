"use server";

import { z } from "zod";
import { reveal } from "#lib/discretion/reveal";
import { formAction } from "../../../../_server/form-action";
import { pathOfRevealed } from "../../reveal-path";

const asked = z.strictObject({
  kind: z.enum(["customer", "payment", "dispute"]),
  id: z.string(),
  reason: z.string().trim().min(1, "required").max(500, "too_long"),
});

export const revealPersonal = formAction(
  asked,
  async (viewer, input) => {
    await reveal(viewer, input);
    return input;
  },
  { next: (viewer, { kind, id }) => pathOfRevealed(viewer, kind, id) },
);
