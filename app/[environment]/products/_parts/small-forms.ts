import { z } from "zod";
import { metadataChanges, metadataShown } from "../../../_metadata/metadata-changes";

export const idForm = z.strictObject({ id: z.string() });
export const activeForm = z.strictObject({ id: z.string(), active: z.enum(["yes", "no"]) });

/** What was typed, with what it changes of the metadata. */
export const fieldsForm = z
  .object({ shown: metadataShown })
  .catchall(z.string())
  .transform(({ shown, ...fields }, context) => ({
    fields,
    metadata: metadataChanges(shown, fields, (field, message) =>
      context.addIssue({ code: "custom", path: [field], message }),
    ),
  }));
