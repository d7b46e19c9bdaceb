import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { type ApiKey, listKeys } from "#lib/keys/queries";
import { paths } from "#lib/paths";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { ButtonLink } from "../../../_ui/button";
import { Copyable } from "../../../_ui/copyable";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";
import { Page } from "../../../_ui/page-header";
import { Section } from "../../../_ui/section";
import { type Column, Table } from "../../../_ui/table";
import { SettingsHeader } from "../settings-header";
import { GoneNotice } from "./gone-notice";
import { KeyState } from "./key-state";

export const generateMetadata = pageTitle((locale) => translator(locale, "settings")("keys.title"));

/** The environment's keys: made, looked at and revoked here. */
export default async function KeysPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const keys = await listKeys(viewer);
  const t = translator(viewer.locale, "settings");
  return (
    <Page>
      <SettingsHeader
        viewer={viewer}
        title={t("keys.title")}
        href={paths.settings(viewer)}
        actions={
          <>
            <ButtonLink href={paths.newKey(viewer, "publishable")}>{t("keys.create.publishable")}</ButtonLink>
            <ButtonLink href={paths.newKey(viewer, "restricted")}>{t("keys.create.restricted")}</ButtonLink>
            <ButtonLink href={paths.newKey(viewer, "secret")} tone="primary" shortcut="n">
              {t("keys.create.secret")}
            </ButtonLink>
          </>
        }
      />
      <p className="text-soft">{t(`keys.intro.${viewer.environment.kind}`)}</p>
      <GoneNotice viewer={viewer} />
      {keys.length === 0 ? (
        <EmptyState title={t("keys.emptyTitle")}>{t("keys.empty")}</EmptyState>
      ) : (
        <Table caption={t("keys.caption")} columns={columnsFor(viewer)} rows={keys} rowKey={({ id }) => id} />
      )}
      <Section title={t("version.title")}>
        <p>{t("version.present", { version: viewer.environment.apiVersion })}</p>
        <p>
          <a href={paths.apiVersion(viewer)}>{t("version.change")}</a>
        </p>
      </Section>
    </Page>
  );
}

function columnsFor(viewer: Viewer): Column<ApiKey>[] {
  const t = translator(viewer.locale, "settings");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    {
      key: "name",
      label: t("keys.name"),
      card: "title",
      cell: ({ id, name }) => <a href={paths.key(viewer, id)}>{name}</a>,
    },
    { key: "kind", label: t("keys.kind"), card: "none", cell: ({ kind }) => t(`keys.kinds.${kind}`) },
    {
      key: "key",
      label: t("keys.key"),
      card: "detail",
      cell: (key) => <KeyText apiKey={key} viewer={viewer} />,
    },
    {
      key: "state",
      label: t("keys.state"),
      card: "state",
      cell: (key) => <KeyState apiKey={key} viewer={viewer} />,
    },
    {
      key: "created",
      label: t("keys.created"),
      tone: "quiet",
      card: "none",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="date" />,
    },
    {
      key: "lastUsed",
      label: t("keys.lastUsed"),
      tone: "quiet",
      card: "moment",
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? t("keys.neverUsed") : <DateTime at={lastUsedAt} view={view} as="when" />,
    },
  ];
}

function KeyText({ apiKey, viewer }: { apiKey: ApiKey; viewer: Viewer }) {
  const common = translator(viewer.locale, "common");
  if (apiKey.kind !== "publishable") return <code>{apiKey.shown}</code>;
  return <Copyable value={apiKey.shown} copy={common("copy")} copied={common("copied")} />;
}
