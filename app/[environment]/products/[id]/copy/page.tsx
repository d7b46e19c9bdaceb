import { permissionsOf } from "#lib/auth/roles";
import { translator } from "#lib/i18n/translator";
import { environmentsOf } from "#lib/people/members";
import { paths } from "#lib/paths";
import { pageTitle } from "../../../../_server/page-title";
import { requireSignedIn } from "../../../../_server/signed-in";
import { Button, ButtonLink } from "../../../../_ui/button";
import { SelectField } from "../../../../_ui/choice-field";
import { DialogPage } from "../../../../_ui/dialog-page";
import { type ListQuery, valueIn } from "../../../developers/list-query";
import { productOf, type ProductPageProps } from "../product-page";
import { CopyPreview } from "./copy-preview";
import { environmentName } from "./environment-name";

type PageProps = ProductPageProps & { searchParams: Promise<ListQuery> };

/** Copies a product to another environment: which one, then what that will do, then it is done. */
export default async function CopyProductPage({ params, searchParams }: PageProps) {
  const { viewer, product } = await productOf({ params });
  const { locale } = viewer;
  const t = translator(locale, "copy");
  const { person } = await requireSignedIn();
  const open = (await environmentsOf(person.id)).filter(
    (one) =>
      one.environmentId !== viewer.environmentId &&
      !one.locked &&
      permissionsOf(one, one.kind).has("products:write"),
  );
  const to = valueIn(await searchParams, "to");
  const target = open.find(({ slug }) => slug === to);
  const back = paths.product(viewer, product.id);
  return (
    <DialogPage
      title={t("title", { product: product.name })}
      close={{ href: back, label: translator(locale, "products")("backToOne") }}
    >
      <p className="text-soft">{t("text")}</p>
      {open.length === 0 ? (
        <>
          <p>{t("nowhere")}</p>
          <p>
            <a href={back}>{translator(locale, "products")("backToOne")}</a>
          </p>
        </>
      ) : (
        <form className="grid grid-cols-[1fr_auto] items-end gap-3">
          <SelectField
            name="to"
            label={t("where")}
            options={open.map((one) => ({ value: one.slug, label: environmentName(one, locale) }))}
            defaultValue={target?.slug}
          />
          <Button tone={target ? "secondary" : "primary"}>{t("preview")}</Button>
        </form>
      )}
      {target && (
        <CopyPreview
          viewer={viewer}
          product={product}
          target={{ slug: target.slug, name: environmentName(target, locale) }}
        />
      )}
      {open.length > 0 && !target && (
        <div>
          <ButtonLink href={back}>{translator(locale, "common")("cancel")}</ButtonLink>
        </div>
      )}
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "copy")("pageTitle"));
