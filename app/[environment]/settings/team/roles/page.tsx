import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { listTeam, type TeamMember } from "#lib/people/members";
import { paths } from "#lib/paths";
import { isStanding, type Standing, standings, standingsOf } from "#lib/team/explain-roles";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Section } from "../../../../_ui/section";
import { type Column, Table } from "../../../../_ui/table";
import { type ListQuery, valueIn } from "../../../developers/list-query";
import { standingExplained, standingName } from "../standing-name";
import { ClosedRoles } from "./closed-roles";
import { CompareForm, Comparison } from "./comparison";
import { Matrix } from "./matrix";

export const generateMetadata = pageTitle((locale) => translator(locale, "team")("rolesTitle"));

type RolesPageProps = EnvironmentPageProps & { searchParams: Promise<ListQuery> };

/** Every role in words, two of them side by side, and the whole matrix. */
export default async function RolesPage({ params, searchParams }: RolesPageProps) {
  const viewer = await pageViewer((await params).environment);
  const query = await searchParams;
  const team = await listTeam(viewer);
  const t = translator(viewer.locale, "team");
  const [one, other] = [standingIn(query, "one"), standingIn(query, "other")];
  const crumbs = [{ label: t("title"), href: paths.team(viewer) }];
  return (
    <Page>
      <PageHeader
        title={t("rolesTitle")}
        breadcrumb={{ label: translator(viewer.locale, "common")("breadcrumb"), crumbs }}
      />
      <Table
        caption={t("rolesTitle")}
        columns={columnsFor(viewer, team)}
        rows={[...standings]}
        rowKey={(standing) => standing}
        rowHref={(standing) => paths.role(viewer, standing)}
      />
      <Section title={t("compare")}>
        <CompareForm viewer={viewer} one={one} other={other} />
        {one && other && <Comparison viewer={viewer} one={one} other={other} />}
      </Section>
      <Section title={t("matrix")}>
        <Matrix viewer={viewer} />
      </Section>
      <Section title={t("closedRoles.title")}>
        <ClosedRoles viewer={viewer} />
      </Section>
    </Page>
  );
}

function standingIn(query: ListQuery, name: string): Standing | undefined {
  const text = valueIn(query, name);
  return text !== undefined && isStanding(text) ? text : undefined;
}

function columnsFor({ locale }: Viewer, team: TeamMember[]): Column<Standing>[] {
  const t = translator(locale, "team");
  return [
    { key: "role", label: t("role"), card: "title", cell: (standing) => standingName(standing, locale) },
    {
      key: "meaning",
      label: t("meaning"),
      card: "detail",
      cell: (standing) => standingExplained(standing, locale),
    },
    {
      key: "members",
      label: t("members"),
      align: "end",
      card: "state",
      cell: (standing) =>
        t("count", { count: team.filter((member) => standingsOf(member).includes(standing)).length }),
    },
  ];
}
