import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { createFileLink } from "#lib/file-links/create-file-link";
import { toFileLink } from "#lib/file-links/wire";
import { createFile } from "#lib/files/create-file";
import { factsOf, limitOf } from "#lib/files/purposes";
import type { Upload } from "#lib/files/upload";
import { findProduct } from "./queries.ts";
import { updateProduct } from "./update-product.ts";
import type { ProductRow } from "./wire.ts";

const purpose = "business_logo";
const mostImages = 8;

/** Bytes that a picture of a product has at most. */
export const largestImage = limitOf(purpose);

/** Keeps a picture and shows it with a product, behind those it has. Needs files:write too. */
export async function addImage(
  viewer: Viewer,
  { id, upload }: { id: string; upload: Upload },
): Promise<ProductRow> {
  authorize(viewer, "products:write");
  checkPicture(upload);
  return transaction(viewer, async (tx) => {
    const { images } = await findProduct(tx, id);
    if (images.length >= mostImages) {
      throw invalid("A product has eight images at most.", { code: "images_full", param: "file" });
    }
    const file = await createFile(viewer, { upload, purpose });
    const link = await createFileLink(viewer, { fileId: file.id });
    const { url } = toFileLink(link, viewer.environment, tx.now);
    return updateProduct(viewer, { id, images: [...images, url ?? ""] });
  });
}

function checkPicture({ kind, size }: Upload): void {
  if (kind === null || !factsOf(purpose).kinds.includes(kind)) {
    throw invalid("This is no picture that browsers show.", { code: "image_kind", param: "file" });
  }
  if (size > largestImage) {
    throw invalid("This picture is too large.", { code: "image_too_large", param: "file" });
  }
}
