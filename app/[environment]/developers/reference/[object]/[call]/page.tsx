import { notFound } from "next/navigation";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { callOf } from "#lib/reference/resource-reference";
import { pageViewer } from "../../../../../_server/page-viewer";
import { Page, PageHeader } from "../../../../../_ui/page-header";
import { Section, Stack } from "../../../../../_ui/section";
import { MemberList } from "../member-list";
import { CallExamples, exampleKindOf } from "./call-examples";
import { CallFacts } from "./call-facts";

type CallPageProps = {
  params: Promise<{ environment: string; object: string; call: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: CallPageProps) {
  const { object, call } = await params;
  const endpoint = callOf(object, call)?.endpoint;
  return { title: endpoint ? `${endpoint.method} ${endpoint.path}` : object };
}

/** One call: who may make it, how it is made, what it takes and answers. */
export default async function CallReferencePage({ params, searchParams }: CallPageProps) {
  const { environment, object, call: anchor } = await params;
  const viewer = await pageViewer(environment);
  const call = callOf(object, anchor) ?? notFound();
  const { in: asked } = await searchParams;
  const { locale } = viewer;
  const t = translator(locale, "reference");
  const crumbs = [
    { label: t("title"), href: paths.reference(viewer) },
    { label: object, href: paths.objectReference(viewer, object) },
  ];
  return (
    <Page>
      <PageHeader
        title={`${call.endpoint.method} ${call.endpoint.path}`}
        breadcrumb={{ label: translator(locale, "common")("breadcrumb"), crumbs }}
      />
      <Stack>
        <CallFacts viewer={viewer} call={call} />
        <CallExamples viewer={viewer} object={object} call={call} kind={exampleKindOf(asked)} />
        <Section title={t("parameters", { count: call.parameters.length })}>
          {call.parameters.length === 0 ? (
            <p className="text-soft">{t("noParameters")}</p>
          ) : (
            <MemberList viewer={viewer} members={call.parameters} />
          )}
        </Section>
      </Stack>
    </Page>
  );
}
