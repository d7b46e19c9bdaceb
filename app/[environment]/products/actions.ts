"use server";

import { authorize } from "#lib/auth/permissions";
import { paths } from "#lib/paths";
import { createPrice } from "#lib/prices/create-price";
import { deletePrice } from "#lib/prices/delete-price";
import { modelNameOf } from "#lib/prices/price-in";
import { getPrice } from "#lib/prices/queries";
import { updatePrice } from "#lib/prices/update-price";
import { createProduct } from "#lib/products/create-product";
import { deleteProductAndPrices } from "#lib/products/delete-product";
import { updateProduct } from "#lib/products/update-product";
import { formAction } from "../../_server/form-action";
import { afterDone } from "../../_server/local-path";
import { rearranging } from "../../_server/rearranging";
import { besideField, textTyped } from "./_parts/read-typed";
import { activeForm, fieldsForm, idForm } from "./_parts/small-forms";
import { optionsTyped, priceTyped, taxBehaviorTyped } from "./_price-form/price-typed";
import { rearranged } from "./_price-form/rearrange";
import { defaultPriceForm, editProductForm, lookupKeyTaken, newProductForm, priceFieldsForm } from "./forms";

export const addProduct = rearranging(
  formAction(
    newProductForm,
    (viewer, { product, fields }) => {
      authorize(viewer, "products:write");
      const defaultPrice = priceTyped(fields, viewer.locale);
      return besideField(createProduct(viewer, { ...product, defaultPrice }), lookupKeyTaken);
    },
    { next: (viewer, { id }) => paths.product(viewer, id) },
  ),
  rearranged,
);

export const editProduct = formAction(
  editProductForm,
  (viewer, { product, fields }) => updateProduct(viewer, { ...product, id: fields.id ?? "" }),
  { next: (viewer, { id }) => paths.product(viewer, id) },
);

export const setProductActive = formAction(
  activeForm,
  (viewer, { id, active }) => updateProduct(viewer, { id, active: active === "yes" }),
  { next: (viewer, { id }) => paths.product(viewer, id) },
);

export const removeProduct = formAction(idForm, (viewer, { id }) => deleteProductAndPrices(viewer, id), {
  next: (viewer) => afterDone(paths.products(viewer), "product_deleted"),
});

export const setDefaultPrice = formAction(
  defaultPriceForm,
  (viewer, { id, price }) => updateProduct(viewer, { id, defaultPriceId: price }),
  { next: (viewer, { id }) => paths.product(viewer, id) },
);

export const addPrice = rearranging(
  formAction(
    priceFieldsForm,
    (viewer, fields) => {
      authorize(viewer, "products:write");
      const price = priceTyped(fields, viewer.locale);
      return besideField(createPrice(viewer, { ...price, productId: fields.product }), lookupKeyTaken);
    },
    { next: (viewer, { productId, id }) => paths.price(viewer, productId, id) },
  ),
  rearranged,
);

export const editPrice = rearranging(
  formAction(
    fieldsForm,
    async (viewer, { fields, metadata }) => {
      authorize(viewer, "products:write");
      const { id = "" } = fields;
      const model = modelNameOf(await getPrice(viewer, id));
      const patch = {
        currencyOptions: optionsTyped(fields, model, viewer.locale),
        lookupKey: textTyped(fields, "lookupKey", 200) ?? null,
        metadata,
        nickname: textTyped(fields, "nickname", 5000) ?? null,
        taxBehavior: taxBehaviorTyped(fields),
        transferLookupKey: fields.transferLookupKey === "yes",
      };
      return besideField(updatePrice(viewer, id, patch), lookupKeyTaken);
    },
    { next: (viewer, { productId, id }) => paths.price(viewer, productId, id) },
  ),
  rearranged,
);

export const setPriceActive = formAction(
  activeForm,
  (viewer, { id, active }) => updatePrice(viewer, id, { active: active === "yes" }),
  { next: (viewer, { productId, id }) => paths.price(viewer, productId, id) },
);

export const removePrice = formAction(idForm, (viewer, { id }) => deletePrice(viewer, id), {
  next: (viewer, { productId }) => afterDone(paths.product(viewer, productId), "price_deleted"),
});
