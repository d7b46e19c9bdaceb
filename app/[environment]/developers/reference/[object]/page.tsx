import { notFound } from "next/navigation";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { referenceOf, type ResourceReference } from "#lib/reference/resource-reference";
import { pageViewer } from "../../../../_server/page-viewer";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Section, Stack } from "../../../../_ui/section";
import { Call } from "./call";
import { MemberList } from "./member-list";

type ObjectPageProps = { params: Promise<{ environment: string; object: string }> };

export async function generateMetadata({ params }: ObjectPageProps) {
  return { title: (await params).object };
}

/** One kind of object: its calls with their parameters and examples, and its fields. */
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
      <Contents reference={reference} label={t("callsOf", { object })} />
      <Stack>
        {reference.calls.length === 0 && <p className="text-soft">{t("noCalls")}</p>}
        {reference.calls.map((call) => (
          <Call key={call.anchor} viewer={viewer} call={call} />
        ))}
        {reference.fields.length > 0 && (
          <Section title={t("fields")} id="fields">
            <MemberList viewer={viewer} members={reference.fields} />
          </Section>
        )}
      </Stack>
    </Page>
  );
}

function Contents({ reference, label }: { reference: ResourceReference; label: string }) {
  if (reference.calls.length < 2) return null;
  return (
    <nav aria-label={label}>
      <ul>
        {reference.calls.map(({ anchor, endpoint }) => (
          <li key={anchor} className="wrap-anywhere">
            <a href={`#${anchor}`}>
              <code>
                {endpoint.method} {endpoint.path}
              </code>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
