import { notFound } from "next/navigation";
import { translator } from "#lib/i18n/translator";
import { listTeam } from "#lib/people/members";
import { paths } from "#lib/paths";
import { isStanding, standingsOf } from "#lib/team/explain-roles";
import { pageViewer } from "../../../../../_server/page-viewer";
import { Page, PageHeader } from "../../../../../_ui/page-header";
import { Section } from "../../../../../_ui/section";
import { PermissionList } from "../../permission-list";
import { standingExplained, standingName } from "../../standing-name";

type RolePageProps = { params: Promise<{ environment: string; role: string }> };

export async function generateMetadata({ params }: RolePageProps) {
  const { environment, role } = await params;
  const { locale } = await pageViewer(environment);
  return { title: isStanding(role) ? standingName(role, locale) : "" };
}

/** One role in words: what it allows, and who has it. */
export default async function RolePage({ params }: RolePageProps) {
  const { environment, role } = await params;
  const viewer = await pageViewer(environment);
  if (!isStanding(role)) notFound();
  const { locale } = viewer;
  const t = translator(locale, "team");
  const holders = (await listTeam(viewer)).filter((member) => standingsOf(member).includes(role));
  const crumbs = [
    { label: t("title"), href: paths.team(viewer) },
    { label: t("rolesTitle"), href: paths.roles(viewer) },
  ];
  return (
    <Page>
      <PageHeader
        title={standingName(role, locale)}
        breadcrumb={{ label: translator(locale, "common")("breadcrumb"), crumbs }}
      />
      <p>{standingExplained(role, locale)}</p>
      <Section title={t("members")}>
        {holders.length === 0 && <p className="text-soft">{t("nobody")}</p>}
        <ul>
          {holders.map(({ personId, name }) => (
            <li key={personId}>
              <a href={paths.member(viewer, personId)}>{name}</a>
            </li>
          ))}
        </ul>
      </Section>
      <PermissionList viewer={viewer} standings={[role]} />
    </Page>
  );
}
