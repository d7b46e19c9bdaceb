import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { pathOf } from "#lib/files/storage";
import { takeBytes } from "#lib/files/take-bytes";
import { addImage } from "#lib/products/add-image";
import { createProduct } from "#lib/products/create-product";
import { getProduct } from "#lib/products/queries";
import { aWorld } from "#tests/support/world";

/** One pixel. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("a picture is kept and shown with its product, at an address of ours", async () => {
  const { viewer } = await aWorld();
  const { id } = await createProduct(viewer, { name: "Soap", images: ["https://shop.test/soap.png"] });
  const upload = await takeBytes(viewer.environmentId, { name: "../soap.png", bytes: png });
  const { images } = await addImage(viewer, { id, upload });
  await upload.settle();
  expect(images).toEqual(["https://shop.test/soap.png", expect.stringMatching(/^https?:\/\/.+\/links\/\w+/)]);
  expect(await readFile(pathOf(viewer.environmentId, upload.storedAs))).toEqual(png);
});

test("what is no picture, one too many, or another tenant's product is refused, and nothing is kept", async () => {
  const [{ viewer }, other] = [await aWorld(), await aWorld()];
  const full = Array.from({ length: 8 }, (_, index) => `https://shop.test/${index}.png`);
  const { id } = await createProduct(viewer, { name: "Soap", images: full });
  const page = await takeBytes(viewer.environmentId, { name: "a.png", bytes: Buffer.from("<script>") });
  await expect(addImage(viewer, { id, upload: page })).rejects.toMatchObject({
    facts: { code: "image_kind" },
  });
  const upload = await takeBytes(viewer.environmentId, { name: "a.png", bytes: png });
  await expect(addImage(viewer, { id, upload })).rejects.toMatchObject({ facts: { code: "images_full" } });
  await expect(addImage(other.viewer, { id, upload })).rejects.toMatchObject({ facts: { status: 404 } });
  expect((await getProduct(viewer, id)).images).toEqual(full);
  await upload.settle();
  await expect(readFile(pathOf(viewer.environmentId, upload.storedAs))).rejects.toThrow(/ENOENT/);
});
