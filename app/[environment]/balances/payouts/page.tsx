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
import { payoutView } from "../_list/payout-view";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Every payout. */
export default async function PayoutsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const list = await openList(viewer, payoutView, await searchParams);
  const t = translator(viewer.locale, "balances");
  return (
    <Page>
      <PageHeader
        title={t("payouts")}
        breadcrumb={{ label: t("title"), crumbs: [{ label: t("title"), href: paths.balances(viewer) }] }}
        actions={
          may(viewer, "payouts:write") && (
            <ButtonLink href={paths.newPayout(viewer)} tone="primary" shortcut="n">
              {t("payOut")}
            </ButtonLink>
          )
        }
      />
      <ListContent list={list} />
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "balances")("payouts"));
