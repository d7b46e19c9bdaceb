import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type ListedInvitation, stateOfInvitation } from "#lib/team/invitations";
import { DateTime } from "../../../_ui/date-time";
import { Section } from "../../../_ui/section";
import { Status } from "../../../_ui/status";
import { type Column, Table } from "../../../_ui/table";
import { roleNames } from "./role-names";

type InvitationListProps = { viewer: Viewer; invitations: ListedInvitation[] };

/** Who was asked to come and has not yet. */
export function InvitationList({ viewer, invitations }: InvitationListProps) {
  const t = translator(viewer.locale, "team");
  if (invitations.length === 0) return null;
  return (
    <Section title={t("invitations")}>
      <Table
        caption={t("invitations")}
        columns={columnsFor(viewer)}
        rows={invitations}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.invitation(viewer, id)}
      />
    </Section>
  );
}

function columnsFor(viewer: Viewer): Column<ListedInvitation>[] {
  const t = translator(viewer.locale, "team");
  // Invitations live on the system's clock, not on an environment's.
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: Date.now() };
  return [
    { key: "email", label: t("email"), card: "title", cell: ({ email }) => email },
    {
      key: "roles",
      label: t("roles"),
      card: "detail",
      cell: ({ roles }) => roleNames({ roles, owner: false }, viewer.locale),
    },
    { key: "by", label: t("invitedBy"), card: "none", cell: ({ inviterName }) => inviterName },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: (invitation) => <InvitationStatus viewer={viewer} invitation={invitation} />,
    },
    {
      key: "until",
      label: t("until"),
      tone: "quiet",
      card: "moment",
      cell: ({ expiresAt }) => <DateTime at={expiresAt} view={view} as="date" />,
    },
  ];
}

/** Whether an invitation can still be accepted. */
export function InvitationStatus({
  viewer,
  invitation,
}: {
  viewer: Viewer;
  invitation: Parameters<typeof stateOfInvitation>[0];
}) {
  const t = translator(viewer.locale, "team");
  const state = stateOfInvitation(invitation);
  return (
    <Status tone={state === "open" ? "wait" : "plain"} mark={state === "open" ? "ring" : "filled"}>
      {t(`invitationState.${state}`)}
    </Status>
  );
}
