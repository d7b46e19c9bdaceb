import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { ListContent } from "../../../_lists/list-content";
import { openList } from "../../../_lists/open-list";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { ButtonLink } from "../../../_ui/button";
import { Page } from "../../../_ui/page-header";
import { SettingsHeader } from "../settings-header";
import { entryView } from "./entry-view";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

export const generateMetadata = pageTitle((locale) => translator(locale, "blocked")("title"));

/** What no payment is taken from, and what is let pass. */
export default async function BlockedPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const list = await openList(viewer, entryView, await searchParams);
  const t = translator(viewer.locale, "blocked");
  const add = may(viewer, "allow_list:write") && (
    <ButtonLink href={paths.newBlocked(viewer)} tone="primary" shortcut="n">
      {t("add")}
    </ButtonLink>
  );
  return (
    <Page>
      <SettingsHeader viewer={viewer} title={t("title")} href={paths.settings(viewer)} actions={add} />
      <p>{t("intro")}</p>
      <p>{t("order")}</p>
      {viewer.environment.kind === "test" && <p>{t("testCards")}</p>}
      <ListContent list={list} />
    </Page>
  );
}
