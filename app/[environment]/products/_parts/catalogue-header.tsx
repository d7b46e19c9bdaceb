import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { PageHeader } from "../../../_ui/page-header";
import { Tabs } from "../../../_ui/tabs";

type CatalogueList = "products" | "coupons" | "features" | "shippingRates" | "taxRates";

type CatalogueHeaderProps = { viewer: Viewer; current: CatalogueList; actions?: ReactNode };

/** The title of the section and the lists it has. */
export function CatalogueHeader({ viewer, current, actions }: CatalogueHeaderProps) {
  const t = translator(viewer.locale, "products");
  const lists: { key: CatalogueList; href: string }[] = [
    { key: "products", href: paths.products(viewer) },
    { key: "coupons", href: paths.coupons(viewer) },
    { key: "features", href: paths.features(viewer) },
    { key: "shippingRates", href: paths.shippingRates(viewer) },
    { key: "taxRates", href: paths.taxRates(viewer) },
  ];
  return (
    <>
      <PageHeader title={t("title")} actions={actions} />
      <Tabs
        label={t("lists")}
        tabs={lists.map(({ key, href }) => ({ href, label: t(`list.${key}`), current: key === current }))}
      />
    </>
  );
}
