import type { Viewer } from "#lib/auth/viewer";
import { config } from "#lib/config";
import { translator } from "#lib/i18n/translator";
import type { MailRow } from "#lib/mail/post";
import { listMails } from "#lib/mail/queries";
import { paths } from "#lib/paths";
import { found } from "../../_server/found";
import { pageTitle } from "../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { DateTime } from "../../_ui/date-time";
import { EmptyState } from "../../_ui/empty-state";
import { Page } from "../../_ui/page-header";
import { Pagination } from "../../_ui/pagination";
import { type Column, Table } from "../../_ui/table";
import { Tabs } from "../../_ui/tabs";
import { type ListQuery, neighbours, pageIn, valueIn } from "../developers/list-query";
import { SettingsHeader } from "../settings/settings-header";
import { kindName } from "./kind-name";
import { MailState } from "./mail-state";

export const generateMetadata = pageTitle((locale) => translator(locale, "outbox")("title"));

type OutboxPageProps = EnvironmentPageProps & { searchParams: Promise<ListQuery> };

/** Every mail of the environment, also what could not be sent or is not to be. */
export default async function OutboxPage({ params, searchParams }: OutboxPageProps) {
  const viewer = await pageViewer((await params).environment);
  const query = await searchParams;
  const failed = valueIn(query, "state") === "failed";
  const page = await found(listMails(viewer, pageIn(query), { state: failed ? "failed" : undefined }));
  const t = translator(viewer.locale, "outbox");
  const all = paths.outbox(viewer);
  const onlyFailed = `${all}?state=failed`;
  return (
    <Page>
      <SettingsHeader viewer={viewer} title={t("title")} href={paths.settings(viewer)} />
      <p className="text-soft">{config().smtp ? t("introSmtp") : t("introKept")}</p>
      <Tabs
        label={t("title")}
        tabs={[
          { href: all, label: t("all"), current: !failed },
          { href: onlyFailed, label: t("state.failed"), current: failed },
        ]}
      />
      {page.rows.length === 0 ? (
        <EmptyState title={failed ? t("noneFailed") : t("emptyTitle")}>{t("empty")}</EmptyState>
      ) : (
        <>
          <Table
            caption={t("title")}
            columns={columnsFor(viewer)}
            rows={page.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => paths.mail(viewer, id)}
          />
          <Pagination
            locale={viewer.locale}
            summary={t("shown", { count: page.rows.length })}
            {...neighbours(failed ? onlyFailed : all, query, page)}
          />
        </>
      )}
    </Page>
  );
}

function columnsFor(viewer: Viewer): Column<MailRow>[] {
  const t = translator(viewer.locale, "outbox");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    { key: "subject", label: t("subject"), card: "title", cell: ({ subject }) => subject },
    { key: "to", label: t("to"), card: "detail", cell: ({ to }) => to },
    { key: "kind", label: t("kind"), card: "none", cell: ({ kind }) => kindName(kind, viewer.locale) },
    {
      key: "state",
      label: t("stateLabel"),
      card: "state",
      cell: ({ state }) => <MailState state={state} locale={viewer.locale} />,
    },
    {
      key: "created",
      label: t("created"),
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="when" />,
    },
  ];
}
