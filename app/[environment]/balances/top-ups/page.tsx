import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { ListContent } from "../../../_lists/list-content";
import { openList } from "../../../_lists/open-list";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { ButtonLink } from "../../../_ui/button";
import { Page, PageHeader } from "../../../_ui/page-header";
import { topupView } from "../_list/topup-view";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Money that the business added to its balance. */
export default async function TopupsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const list = await openList(viewer, topupView, await searchParams);
  const t = translator(viewer.locale, "balances");
  return (
    <Page>
      <PageHeader
        title={t("topup.all")}
        breadcrumb={{ label: t("title"), crumbs: [{ label: t("title"), href: paths.balances(viewer) }] }}
        actions={
          may(viewer, "topups:write") && (
            <ButtonLink href={paths.newTopup(viewer)} tone="primary" shortcut="n">
              {t("topup.add")}
            </ButtonLink>
          )
        }
      />
      <ListContent list={list} />
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "balances")("topup.all"));
