import type { Session } from "#lib/auth/sessions";
import type { Viewer } from "#lib/auth/viewer";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { browserName } from "#lib/people/browser-name";
import { addressWithPlace } from "#lib/places";
import { ActionForm } from "../../../_forms/action-form";
import { newFormKey } from "../../../_server/form-key";
import { Button } from "../../../_ui/button";
import { DateTime } from "../../../_ui/date-time";
import { Section } from "../../../_ui/section";
import { type Column, Table } from "../../../_ui/table";
import { endOne, endOthers } from "./actions";

type SessionListProps = { viewer: Viewer; sessions: Session[]; currentId: string };

/** Every browser the person is signed in with, and how to end it there. */
export function SessionList({ viewer, sessions, currentId }: SessionListProps) {
  const t = translator(viewer.locale, "settings");
  return (
    <Section title={t("user.sessions")}>
      <Table
        caption={t("user.sessions")}
        columns={columnsFor(viewer, currentId)}
        rows={sessions}
        rowKey={({ id }) => id}
      />
      {sessions.length > 1 && (
        <ActionForm action={endOthers} formKey={newFormKey()} done={t("user.othersEnded")}>
          <input type="hidden" name="keptId" value={currentId} />
          <div className="mt-3">
            <Button>{t("user.signOutOthers")}</Button>
          </div>
        </ActionForm>
      )}
    </Section>
  );
}

function columnsFor({ locale, timeZone }: Viewer, currentId: string): Column<Session>[] {
  const t = translator(locale, "settings");
  // Sessions live on the system's clock, not on an environment's.
  const view = { locale, timeZone, now: Date.now() };
  return [
    {
      key: "browser",
      label: t("user.browser"),
      card: "title",
      cell: (session) =>
        `${nameOf(session, locale)}${session.id === currentId ? ` (${t("user.thisSession")})` : ""}`,
    },
    {
      key: "address",
      label: t("user.address"),
      card: "detail",
      cell: ({ address }) => addressWithPlace(address, locale),
    },
    {
      key: "lastSeen",
      label: t("user.lastSeen"),
      card: "moment",
      cell: ({ lastSeenAt }) => <DateTime at={lastSeenAt} view={view} as="when" />,
    },
    {
      key: "started",
      label: t("user.started"),
      tone: "quiet",
      card: "none",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="when" />,
    },
    {
      key: "end",
      label: t("user.signOutOne"),
      align: "end",
      card: "state",
      cell: (session) => (session.id === currentId ? null : <EndOne session={session} locale={locale} />),
    },
  ];
}

function EndOne({ session, locale }: { session: Session; locale: Locale }) {
  const t = translator(locale, "settings");
  return (
    <ActionForm
      action={endOne}
      formKey={newFormKey()}
      about={nameOf(session, locale)}
      done={t("user.sessionEnded")}
    >
      <input type="hidden" name="sessionId" value={session.id} />
      <Button tone="quiet">{t("user.signOutOne")}</Button>
    </ActionForm>
  );
}

function nameOf({ userAgent }: Session, locale: Locale): string {
  const t = translator(locale, "settings");
  const name = browserName(userAgent);
  return name ? t("user.browserOn", name) : t("user.unknownBrowser");
}
