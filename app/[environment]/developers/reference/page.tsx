import { translator } from "#lib/i18n/translator";
import { openApiPath } from "#lib/openapi/serve";
import { paths } from "#lib/paths";
import { listReference } from "#lib/reference/resource-reference";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Page, PageHeader } from "../../../_ui/page-header";
import { DescriptionList } from "../../../_ui/description-list";
import { Section, Stack } from "../../../_ui/section";
import { Table } from "../../../_ui/table";

export const generateMetadata = pageTitle((locale) => translator(locale, "reference")("title"));

/** Every kind of object of the API, each leading to its calls and fields. */
export default async function ReferencePage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const t = translator(viewer.locale, "reference");
  return (
    <Page>
      <PageHeader title={t("title")} />
      <p className="text-soft">
        {t.rich("intro", {
          document: (words) => <a href={openApiPath}>{words}</a>,
          code: (words) => <code>{words}</code>,
        })}
      </p>
      <Stack>
        <Section title={t("everyTitle")}>
          <DescriptionList
            values="text"
            items={everyCall.map((name) => ({
              term: t(`every.${name}.term`),
              value: t(`every.${name}.text`),
            }))}
          />
        </Section>
        <Section title={t("caption")}>
          <Table
            caption={t("caption")}
            columns={[
              {
                key: "object",
                label: t("object"),
                card: "title",
                cell: ({ object }) => <code>{object}</code>,
              },
              { key: "calls", label: t("calls"), align: "end", tone: "quiet", cell: ({ calls }) => calls },
            ]}
            rows={listReference()}
            rowKey={({ object }) => object}
            rowHref={({ object }) => paths.objectReference(viewer, object)}
          />
        </Section>
      </Stack>
    </Page>
  );
}

const everyCall = ["keys", "version", "idempotency", "expand", "lists"] as const;
