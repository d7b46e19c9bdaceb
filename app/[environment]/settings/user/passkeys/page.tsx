import { type Passkey, passkeysOf } from "#lib/auth/passkeys/passkeys";
import { relyingParty } from "#lib/auth/passkeys/relying-party";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { requireSignedIn } from "../../../../_server/signed-in";
import { ButtonLink } from "../../../../_ui/button";
import { DateTime } from "../../../../_ui/date-time";
import { EmptyState } from "../../../../_ui/empty-state";
import { Notice } from "../../../../_ui/notice";
import { Page } from "../../../../_ui/page-header";
import { type Column, Table } from "../../../../_ui/table";
import { SettingsHeader } from "../../settings-header";

export const generateMetadata = pageTitle((locale) => translator(locale, "passkeys")("title"));

/** The passkeys that the person signs in with. */
export default async function PasskeysPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { person } = await requireSignedIn();
  const passkeys = await passkeysOf(person.id);
  const t = translator(viewer.locale, "passkeys");
  const add = (
    <ButtonLink href={paths.newPasskey(viewer)} tone="primary" shortcut="n">
      {t("add")}
    </ButtonLink>
  );
  return (
    <Page>
      <SettingsHeader
        viewer={viewer}
        title={t("title")}
        href={paths.settings(viewer)}
        actions={passkeys.length > 0 && relyingParty() ? add : undefined}
      />
      <p>{t("text")}</p>
      {!relyingParty() && <Notice tone="wait">{t("impossible")}</Notice>}
      {passkeys.length === 0 ? (
        <EmptyState title={t("emptyTitle")} action={relyingParty() ? add : undefined}>
          {t("empty")}
        </EmptyState>
      ) : (
        <Table
          caption={t("title")}
          columns={columnsFor(viewer)}
          rows={passkeys}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.passkey(viewer, id)}
        />
      )}
      <p>
        <a href={paths.personalSettings(viewer)}>{translator(viewer.locale, "twoStep")("sessions")}</a>
      </p>
    </Page>
  );
}

function columnsFor({ locale, timeZone }: Viewer): Column<Passkey>[] {
  const t = translator(locale, "passkeys");
  // Passkeys live on the system's clock, not on an environment's.
  const view = { locale, timeZone, now: Date.now() };
  return [
    { key: "name", label: t("name"), card: "title", cell: ({ name }) => name },
    {
      key: "created",
      label: t("created"),
      card: "detail",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="when" />,
    },
    {
      key: "used",
      label: t("used"),
      card: "moment",
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? t("never") : <DateTime at={lastUsedAt} view={view} as="when" />,
    },
  ];
}
