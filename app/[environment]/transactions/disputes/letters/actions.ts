"use server";

import { z } from "zod";
import { deleteTemplate } from "#lib/disputes/letters/delete-template";
import { saveTemplate } from "#lib/disputes/letters/save-template";
import { paths } from "#lib/paths";
import { formAction } from "../../../../_server/form-action";
import { templateTyped } from "./template-typed";

export const save = formAction(templateTyped, saveTemplate, { next: paths.letterTemplates });

export const remove = formAction(
  z.strictObject({ id: z.string() }),
  (viewer, { id }) => deleteTemplate(viewer, id),
  { next: paths.letterTemplates },
);
