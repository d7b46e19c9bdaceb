import { z } from "zod";
import { metadataChanges, metadataShown } from "./metadata-changes";

/** What `MetadataForm` sends of the object `id`. */
export const metadataTyped = z
  .object({ id: z.string(), shown: metadataShown })
  .catchall(z.string())
  .transform(({ id, shown, ...fields }, context) => ({
    id,
    changes: metadataChanges(shown, fields, (path, message) =>
      context.addIssue({ code: "custom", path: [path], message }),
    ),
  }));
