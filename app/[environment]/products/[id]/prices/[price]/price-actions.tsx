import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { PriceRow } from "#lib/prices/wire";
import type { ProductRow } from "#lib/products/wire";
import { ActionForm } from "../../../../../_forms/action-form";
import { newFormKey } from "../../../../../_server/form-key";
import { Button, ButtonLink } from "../../../../../_ui/button";
import { ArchiveButton } from "../../../_parts/archive-button";
import { setDefaultPrice, setPriceActive } from "../../../actions";

export type PricePartProps = { viewer: Viewer; product: ProductRow; price: PriceRow };

/** What can be done with a price; what cannot says why. */
export function PriceActions({ viewer, product, price }: PricePartProps) {
  const t = translator(viewer.locale, "prices");
  const { id, active } = price;
  const isDefault = product.defaultPriceId === id;
  const why = isDefault ? t("defaultStays") : null;
  return (
    <>
      {isDefault ? (
        <Button disabledReason={why}>{t("delete")}</Button>
      ) : (
        <ButtonLink href={paths.deletePrice(viewer, product.id, id)}>{t("delete")}</ButtonLink>
      )}
      <ArchiveButton locale={viewer.locale} action={setPriceActive} row={price} why={why} />
      {!isDefault && (
        <ActionForm action={setDefaultPrice} formKey={newFormKey()}>
          <input type="hidden" name="id" value={product.id} />
          <input type="hidden" name="price" value={id} />
          <Button disabledReason={active ? null : t("archivedNoDefault")}>{t("makeDefault")}</Button>
        </ActionForm>
      )}
      <ButtonLink href={`${paths.newPrice(viewer, product.id)}?like=${encodeURIComponent(id)}`}>
        {t("duplicate")}
      </ButtonLink>
      <ButtonLink href={paths.editPrice(viewer, product.id, id)} tone="primary">
        {t("edit")}
      </ButtonLink>
    </>
  );
}
