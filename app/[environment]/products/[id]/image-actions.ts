"use server";

import { invalid } from "#lib/errors";
import { takeBytes } from "#lib/files/take-bytes";
import { paths } from "#lib/paths";
import { addImage, largestImage } from "#lib/products/add-image";
import type { FormState } from "../../../_forms/form-state";
import { operationFormAction } from "../../../_server/form-action";
import { takeSentFile } from "../../../_server/sent-file";
import { imageForm } from "./image-form";

/** Takes the picture that was sent with the form; it is small enough to be held in memory. */
export async function sendImage(state: FormState, data: FormData): Promise<FormState> {
  const file = takeSentFile(data, "file");
  const action = operationFormAction(
    imageForm,
    async (viewer, { id }) => {
      if (!file) throw wrong("required");
      if (file.size > largestImage) throw wrong("image_too_large");
      const bytes = Buffer.from(await file.arrayBuffer());
      const upload = await takeBytes(viewer.environmentId, { name: file.name, bytes });
      try {
        return await addImage(viewer, { id, upload });
      } finally {
        await upload.settle();
      }
    },
    { next: (viewer, { id }) => paths.product(viewer, id) },
  );
  return action(state, data);
}

function wrong(code: string) {
  return invalid("The picture cannot be taken.", { code, param: "file" });
}
