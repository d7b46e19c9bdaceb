import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { standings } from "#lib/team/explain-roles";
import { type TeamEntry, type TeamStatus, teamStatuses } from "#lib/team/team-entries";
import { teamList, type TeamQuery } from "#lib/team/team-list";
import { ChoiceFilter } from "../../../_lists/choice-filter";
import { DateFilter } from "../../../_lists/date-filter";
import type { FilterProps } from "../../../_lists/filter-form";
import type { ListColumn, ListView } from "../../../_lists/list-view";
import { StatusFilter } from "../../../_lists/status-filter";
import { TextFilter } from "../../../_lists/text-filter";
import { DateTime } from "../../../_ui/date-time";
import { EmailText } from "../../../_ui/email-text";
import { Status } from "../../../_ui/status";
import { InvitationStatus } from "./invitation-status";
import { roleNames } from "./role-names";
import { standingName } from "./standing-name";

/** Members, and who was asked to come, as people see them. */
export const teamView: ListView<TeamEntry, TeamQuery> = {
  source: teamList,
  caption: ({ locale }) => translator(locale, "team")("caption"),
  shown: ({ locale }, count) => translator(locale, "team")("shown", { count }),
  columns: (viewer) => [...memberColumns(viewer), ...invitationColumns(viewer)],
  href: (viewer, { id, status }) =>
    status === "member" ? paths.member(viewer, id) : paths.invitation(viewer, id),
  filters: (props) => <TeamFilters {...props} />,
  // Whoever reads it is a member.
  empty: () => null,
};

function TeamFilters(filter: FilterProps<TeamQuery>) {
  const { viewer, place, query } = filter;
  const t = translator(viewer.locale, "team");
  return (
    <>
      <TextFilter
        {...{ viewer, place }}
        name="q"
        label={t("person")}
        hint={t("personHint")}
        value={query.text}
        others={{ ...query, text: null }}
      />
      <ChoiceFilter
        {...{ viewer, place }}
        name="role"
        label={t("role")}
        options={standings.map((value) => ({ value, label: standingName(value, viewer.locale) }))}
        chosen={query.standings}
        others={{ ...query, standings: [] }}
      />
      {may(viewer, "members:write") && (
        <StatusFilter
          {...filter}
          label={t("status")}
          options={teamStatuses.map((value) => ({ value, label: statusName(viewer, value) }))}
        />
      )}
      <DateFilter {...filter} />
    </>
  );
}

function statusName({ locale }: Viewer, status: TeamStatus): string {
  const t = translator(locale, "team");
  return status === "member" ? t("isMember") : t(`invitationState.${status}`);
}

function memberColumns(viewer: Viewer): ListColumn<TeamEntry>[] {
  const t = translator(viewer.locale, "team");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone };
  return [
    {
      key: "member",
      label: t("member"),
      card: "title",
      sorts: ["name_up", "name_down"],
      cell: ({ id, name, email }) =>
        id === viewer.actor.id ? `${name} (${t("you")})` : <EmailText>{name ?? email}</EmailText>,
    },
    {
      key: "email",
      label: t("email"),
      card: "detail",
      cell: ({ email }) => <EmailText>{email}</EmailText>,
    },
    { key: "roles", label: t("roles"), cell: (entry) => roleNames(entry, viewer.locale) },
    { key: "phone", label: t("phone"), card: "none", extra: true, cell: ({ phone }) => phone },
    {
      key: "since",
      label: t("since"),
      tone: "quiet",
      card: "moment",
      sorts: ["newest", "oldest"],
      cell: ({ status, createdAt }) =>
        status === "member" && <DateTime at={createdAt} view={view} as="date" />,
    },
  ];
}

/** For who may invite. */
function invitationColumns(viewer: Viewer): ListColumn<TeamEntry>[] {
  if (!may(viewer, "members:write")) return [];
  const t = translator(viewer.locale, "team");
  // Invitations live on the system's clock, not on an environment's.
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: Date.now() };
  return [
    {
      key: "status",
      label: t("status"),
      card: "state",
      cell: ({ status }) =>
        status === "member" ? (
          <Status tone="good" mark="filled">
            {t("isMember")}
          </Status>
        ) : (
          <InvitationStatus state={status} locale={viewer.locale} />
        ),
    },
    {
      key: "by",
      label: t("invitedBy"),
      card: "none",
      extra: true,
      cell: ({ inviterName }) => inviterName,
    },
    {
      key: "until",
      label: t("until"),
      tone: "quiet",
      card: "none",
      cell: ({ expiresAt }) => expiresAt !== null && <DateTime at={expiresAt} view={view} as="date" />,
    },
  ];
}
