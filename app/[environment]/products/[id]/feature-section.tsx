import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { listFeatures, listProductFeatures } from "#lib/features/queries";
import type { FeatureRow, ProductFeature } from "#lib/features/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { ProductRow } from "#lib/products/wire";
import { ActionForm } from "../../../_forms/action-form";
import { FormSelectField } from "../../../_forms/fields";
import { newFormKey } from "../../../_server/form-key";
import { Button } from "../../../_ui/button";
import { IconButton } from "../../../_ui/icon-button";
import { Section } from "../../../_ui/section";
import { giveFeature, takeFeature } from "../features/actions";

type FeatureSectionProps = { viewer: Viewer; product: ProductRow };

const most = 100;

/** What a product entitles its buyers to, with the way to give it more. */
export async function FeatureSection({ viewer, product }: FeatureSectionProps) {
  const { rows: given } = await listProductFeatures(viewer, product.id, { limit: most });
  const t = translator(viewer.locale, "features");
  return (
    <Section title={t("title")}>
      {given.length === 0 ? (
        <p className="text-soft">{t("noneGiven")}</p>
      ) : (
        <ul>
          {given.map((one) => (
            <li
              key={one.row.id}
              className="flex items-center justify-between gap-3 border-b border-line py-1"
            >
              <a href={paths.feature(viewer, one.feature.id)}>{one.feature.name}</a>
              {may(viewer, "products:write") && <TakeBack viewer={viewer} given={one} />}
            </li>
          ))}
        </ul>
      )}
      {may(viewer, "products:write") && <Give viewer={viewer} product={product} given={given} />}
    </Section>
  );
}

function TakeBack({ viewer, given: { row, feature } }: { viewer: Viewer; given: ProductFeature }) {
  const t = translator(viewer.locale, "features");
  return (
    <ActionForm action={takeFeature} formKey={newFormKey()}>
      <input type="hidden" name="product" value={row.productId} />
      <input type="hidden" name="id" value={row.id} />
      <IconButton icon="x" label={t("take", { name: feature.name })} />
    </ActionForm>
  );
}

async function Give({ viewer, product, given }: FeatureSectionProps & { given: ProductFeature[] }) {
  const t = translator(viewer.locale, "features");
  const { rows } = await listFeatures(viewer, { limit: most }, { active: true });
  const has = (feature: FeatureRow) => given.some(({ row }) => row.featureId === feature.id);
  const others = rows.filter((feature) => !has(feature));
  if (others.length === 0) return null;
  return (
    <div className="pt-3">
      <ActionForm action={giveFeature} formKey={newFormKey()} label={t("give")}>
        <input type="hidden" name="product" value={product.id} />
        <div className="grid grid-cols-[1fr_auto] items-end gap-3">
          <FormSelectField
            name="feature"
            label={t("giveLabel")}
            placeholder={t("choose")}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button>{t("give")}</Button>
        </div>
      </ActionForm>
    </div>
  );
}
