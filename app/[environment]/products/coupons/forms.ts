import { z } from "zod";
import { metadataChanges, metadataShown } from "../../../_metadata/metadata-changes";
import { several } from "../../../_server/form-values";

/** What was typed, and what it says of metadata and products. */
export const couponFieldsForm = z
  .object({ shown: metadataShown, products: several(z.string()) })
  .catchall(z.string())
  .transform(({ shown, products, ...fields }, context) => ({
    fields,
    products,
    metadata: metadataChanges(shown, fields, (field, message) =>
      context.addIssue({ code: "custom", path: [field], message }),
    ),
  }));
