import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { listTeam, type TeamMember } from "#lib/people/members";
import { paths } from "#lib/paths";
import { listInvitations } from "#lib/team/invitations";
import { narrowInvitations, narrowTeam } from "#lib/team/narrow-team";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Button, ButtonLink } from "../../../_ui/button";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";
import { Page } from "../../../_ui/page-header";
import { type Column, Table } from "../../../_ui/table";
import type { ListQuery } from "../../developers/list-query";
import { SettingsHeader } from "../settings-header";
import { InvitationList } from "./invitation-list";
import { roleNames } from "./role-names";
import { choiceIn, TeamFilters } from "./team-filters";

export const generateMetadata = pageTitle((locale) => translator(locale, "team")("title"));

type TeamPageProps = EnvironmentPageProps & { searchParams: Promise<ListQuery> };

/** Who is in this account, with which roles, and who was asked to come. */
export default async function TeamPage({ params, searchParams }: TeamPageProps) {
  const viewer = await pageViewer((await params).environment);
  const choice = choiceIn(await searchParams);
  const team = narrowTeam(await listTeam(viewer), choice);
  const isAdmin = may(viewer, "members:write");
  const invitations = isAdmin ? narrowInvitations(await listInvitations(viewer), choice) : [];
  const t = translator(viewer.locale, "team");
  return (
    <Page>
      <SettingsHeader
        viewer={viewer}
        title={t("title")}
        href={paths.settings(viewer)}
        actions={<Actions viewer={viewer} choice={choice} />}
      />
      <TeamFilters viewer={viewer} choice={choice} />
      {team.length === 0 && invitations.length === 0 && (
        <EmptyState title={t("noneTitle")}>{t("none")}</EmptyState>
      )}
      {team.length > 0 && (
        <Table
          caption={t("caption")}
          columns={columnsFor(viewer)}
          rows={team}
          rowKey={({ personId }) => personId}
          rowHref={({ personId }) => paths.member(viewer, personId)}
        />
      )}
      <InvitationList viewer={viewer} invitations={invitations} />
    </Page>
  );
}

function Actions({ viewer, choice }: { viewer: Viewer; choice: ReturnType<typeof choiceIn> }) {
  const t = translator(viewer.locale, "team");
  return (
    <>
      <form action={paths.exportTeam(viewer)}>
        {choice.text && <input type="hidden" name="q" value={choice.text} />}
        {choice.role && <input type="hidden" name="role" value={choice.role} />}
        {choice.status && <input type="hidden" name="status" value={choice.status} />}
        <Button icon="download">{t("export")}</Button>
      </form>
      <ButtonLink href={paths.owner(viewer)}>{t("owner.title")}</ButtonLink>
      <ButtonLink href={paths.roles(viewer)}>{t("rolesTitle")}</ButtonLink>
      {may(viewer, "members:write") && (
        <ButtonLink href={paths.teamTwoStep(viewer)}>{t("twoStep.short")}</ButtonLink>
      )}
      {may(viewer, "members:write") && (
        <ButtonLink href={paths.inviteMembers(viewer)} tone="primary" shortcut="n">
          {t("invite")}
        </ButtonLink>
      )}
    </>
  );
}

function columnsFor(viewer: Viewer): Column<TeamMember>[] {
  const t = translator(viewer.locale, "team");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone };
  return [
    {
      key: "member",
      label: t("member"),
      card: "title",
      cell: ({ name, personId }) => (personId === viewer.actor.id ? `${name} (${t("you")})` : name),
    },
    { key: "email", label: t("email"), card: "detail", cell: ({ email }) => email },
    {
      key: "roles",
      label: t("roles"),
      card: "state",
      cell: (member) => roleNames(member, viewer.locale),
    },
    {
      key: "since",
      label: t("since"),
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="date" />,
    },
  ];
}
