import { config } from "#lib/config";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { ListContent } from "../../_lists/list-content";
import { openList } from "../../_lists/open-list";
import { pageTitle } from "../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { Page } from "../../_ui/page-header";
import { SettingsHeader } from "../settings/settings-header";
import { mailView } from "./mail-view";

export const generateMetadata = pageTitle((locale) => translator(locale, "outbox")("title"));

type OutboxPageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Every mail of the environment, also what could not be sent or is not to be. */
export default async function OutboxPage({ params, searchParams }: OutboxPageProps) {
  const viewer = await pageViewer((await params).environment);
  const list = await openList(viewer, mailView, await searchParams);
  const t = translator(viewer.locale, "outbox");
  return (
    <Page>
      <SettingsHeader viewer={viewer} title={t("title")} href={paths.settings(viewer)} />
      <p className="text-soft">{config().smtp ? t("introSmtp") : t("introKept")}</p>
      <ListContent list={list} />
    </Page>
  );
}
