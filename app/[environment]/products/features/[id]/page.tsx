import type { Metadata } from "next";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { productsWith } from "#lib/features/products-with";
import type { FeatureRow } from "#lib/features/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Activity } from "../../../../_activity/activity";
import { ButtonLink } from "../../../../_ui/button";
import { Copyable } from "../../../../_ui/copyable";
import { DescriptionList } from "../../../../_ui/description-list";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Columns, Section } from "../../../../_ui/section";
import { Table } from "../../../../_ui/table";
import { ActivityState } from "../../_parts/activity-state";
import { ArchiveButton } from "../../_parts/archive-button";
import { MetadataSection } from "../../_parts/metadata-section";
import { setFeatureActive } from "../actions";
import { featureOf, type FeaturePageProps } from "./feature-page";

/** Everything known of one feature, and which products have it. */
export default async function FeaturePage(props: FeaturePageProps) {
  const { viewer, feature } = await featureOf(props);
  const { locale } = viewer;
  const t = translator(locale, "features");
  const common = translator(locale, "common");
  const copyable = (value: string) => (
    <Copyable value={value} copy={common("copy")} copied={common("copied")} />
  );
  return (
    <Page>
      <PageHeader
        title={feature.name}
        state={<ActivityState locale={locale} active={feature.active} />}
        breadcrumb={{
          label: common("breadcrumb"),
          crumbs: [{ label: t("title"), href: paths.features(viewer) }],
        }}
        actions={
          may(viewer, "products:write") && (
            <>
              <ArchiveButton locale={locale} action={setFeatureActive} row={feature} />
              <ButtonLink href={paths.editFeature(viewer, feature.id)} tone="primary">
                {common("edit")}
              </ButtonLink>
            </>
          )
        }
      />
      <Columns
        main={
          <>
            <ProductsWith viewer={viewer} feature={feature} />
            <Activity viewer={viewer} id={feature.id} />
          </>
        }
        aside={
          <>
            <Section title={t("details")}>
              <DescriptionList
                items={[
                  { term: t("lookupKey"), value: copyable(feature.lookupKey) },
                  { term: t("id"), value: copyable(feature.id) },
                ]}
              />
            </Section>
            <MetadataSection locale={locale} metadata={feature.metadata} />
          </>
        }
      />
    </Page>
  );
}

export async function generateMetadata(props: FeaturePageProps): Promise<Metadata> {
  return { title: (await featureOf(props)).feature.name };
}

async function ProductsWith({ viewer, feature }: { viewer: Viewer; feature: FeatureRow }) {
  const { locale } = viewer;
  const products = await productsWith(viewer, feature.id);
  const t = translator(locale, "features");
  return (
    <Section title={t("products")}>
      {products.length === 0 ? (
        <p className="text-soft">{t("noProducts")}</p>
      ) : (
        <Table
          caption={t("products")}
          columns={[
            { key: "name", label: t("name"), card: "title", cell: ({ name }) => name },
            {
              key: "state",
              label: t("state"),
              card: "state",
              cell: ({ active }) => <ActivityState locale={locale} active={active} />,
            },
          ]}
          rows={products}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.product(viewer, id)}
        />
      )}
    </Section>
  );
}
