import { notFound } from "next/navigation";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type CallReference, referenceOf } from "#lib/reference/resource-reference";
import { pageViewer } from "../../../../_server/page-viewer";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Section, Stack } from "../../../../_ui/section";
import { Table } from "../../../../_ui/table";
import { MemberList } from "./member-list";

type ObjectPageProps = { params: Promise<{ environment: string; object: string }> };

export async function generateMetadata({ params }: ObjectPageProps) {
  return { title: (await params).object };
}

/** One kind of object: its calls, each leading to a page of its own, and its fields. */
export default async function ObjectReferencePage({ params }: ObjectPageProps) {
  const { environment, object } = await params;
  const viewer = await pageViewer(environment);
  const reference = referenceOf(object) ?? notFound();
  const { locale } = viewer;
  const t = translator(locale, "reference");
  const crumbs = [{ label: t("title"), href: paths.reference(viewer) }];
  return (
    <Page>
      <PageHeader title={object} breadcrumb={{ label: translator(locale, "common")("breadcrumb"), crumbs }} />
      <Stack>
        {reference.calls.length === 0 ? (
          <p className="text-soft">{t("noCalls")}</p>
        ) : (
          <Calls viewer={viewer} object={object} calls={reference.calls} />
        )}
        {reference.fields.length > 0 && (
          <Section title={t("fields")} id="fields">
            <MemberList viewer={viewer} members={reference.fields} />
          </Section>
        )}
      </Stack>
    </Page>
  );
}

type CallsProps = { viewer: Viewer; object: string; calls: CallReference[] };

function Calls({ viewer, object, calls }: CallsProps) {
  const t = translator(viewer.locale, "reference");
  return (
    <Section title={t("calls")}>
      <Table
        caption={t("callsOf", { object })}
        columns={[
          {
            key: "call",
            label: t("call"),
            card: "title",
            cell: ({ endpoint }) => (
              <code className="wrap-anywhere">
                {endpoint.method} {endpoint.path}
              </code>
            ),
          },
          {
            key: "client",
            label: t("client"),
            tone: "quiet",
            card: "detail",
            cell: ({ method }) => method && <code className="wrap-anywhere">{method}</code>,
          },
        ]}
        rows={calls}
        rowKey={({ anchor }) => anchor}
        rowHref={({ anchor }) => paths.callReference(viewer, object, anchor)}
      />
    </Section>
  );
}
