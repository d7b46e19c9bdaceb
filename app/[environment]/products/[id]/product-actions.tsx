import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { ProductRow } from "#lib/products/wire";
import { ButtonLink } from "../../../_ui/button";
import { ArchiveButton } from "../_parts/archive-button";
import { setProductActive } from "../actions";

/** What can be done with a product. */
export function ProductActions({ viewer, product }: { viewer: Viewer; product: ProductRow }) {
  const t = translator(viewer.locale, "products");
  const { id } = product;
  const copy = <ButtonLink href={paths.copyProduct(viewer, id)}>{t("copy")}</ButtonLink>;
  if (!may(viewer, "products:write")) return copy;
  return (
    <>
      <ButtonLink href={paths.deleteProduct(viewer, id)}>{t("delete")}</ButtonLink>
      {copy}
      <ArchiveButton locale={viewer.locale} action={setProductActive} row={product} />
      <ButtonLink href={paths.editProduct(viewer, id)} tone="primary">
        {t("edit")}
      </ButtonLink>
    </>
  );
}
