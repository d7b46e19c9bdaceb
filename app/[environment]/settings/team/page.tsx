import { allRoles, isRole, type Role, whyNotAssignable } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { listTeam, type TeamMember } from "#lib/people/members";
import { paths } from "#lib/paths";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { DateTime } from "../../../_ui/date-time";
import { DescriptionList } from "../../../_ui/description-list";
import { Page } from "../../../_ui/page-header";
import { Section } from "../../../_ui/section";
import { type Column, Table } from "../../../_ui/table";
import { SettingsHeader } from "../settings-header";

export const generateMetadata = pageTitle((locale) => translator(locale, "settings")("team.title"));

/** Who is in this account, with which roles. */
export default async function TeamPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const team = await listTeam(viewer);
  const t = translator(viewer.locale, "settings");
  return (
    <Page>
      <SettingsHeader viewer={viewer} title={t("team.title")} href={paths.settings(viewer)} />
      <Table
        caption={t("team.caption")}
        columns={columnsFor(viewer)}
        rows={team}
        rowKey={({ personId }) => personId}
      />
      <RoleList viewer={viewer} />
    </Page>
  );
}

function columnsFor(viewer: Viewer): Column<TeamMember>[] {
  const t = translator(viewer.locale, "settings");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone };
  return [
    {
      key: "member",
      label: t("team.member"),
      card: "title",
      cell: ({ name, personId }) => (personId === viewer.actor.id ? `${name} (${t("team.you")})` : name),
    },
    { key: "email", label: t("team.email"), card: "detail", cell: ({ email }) => email },
    { key: "roles", label: t("team.roles"), card: "state", cell: (member) => rolesOf(viewer, member) },
    {
      key: "since",
      label: t("team.since"),
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="date" />,
    },
  ];
}

function rolesOf({ locale }: Viewer, { owner, roles }: TeamMember): string {
  const t = translator(locale, "roles");
  const names = roles.filter(isRole).map((role) => t(`name.${role}`));
  return [...(owner ? [t("owner")] : []), ...names].join(", ");
}

function RoleList({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "settings");
  const roles = translator(viewer.locale, "roles");
  const assignable = allRoles.filter(isExplained).filter((role) => whyNotAssignable(role) === null);
  return (
    <Section title={t("team.what")}>
      <DescriptionList
        values="text"
        items={[
          { term: roles("owner"), value: roles("ownerExplained") },
          ...assignable.map((role) => ({ term: roles(`name.${role}`), value: roles(`explained.${role}`) })),
        ]}
      />
    </Section>
  );
}

type Unexplained =
  "cardholder" | "connect_risk_analyst" | "issuing_support_agent" | "opal_view_only" | "support_only";

function isExplained(role: Role): role is Exclude<Role, Unexplained> {
  return whyNotAssignable(role) !== "unpublished";
}
