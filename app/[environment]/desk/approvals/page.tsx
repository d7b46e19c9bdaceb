import { listApprovals } from "#lib/approvals/queries";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { ListPages } from "../../../_lists/list-pages";
import { readTurn } from "../../../_lists/read-turn";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { EmptyState } from "../../../_ui/empty-state";
import { Page } from "../../../_ui/page-header";
import { Tabs } from "../../../_ui/tabs";
import { DeskHeader } from "../desk-header";
import { ApprovalTable } from "./approval-table";

type ApprovalsPageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

export const generateMetadata = pageTitle((locale) => translator(locale, "approvals")("title"));

/** What waits for somebody to approve it; on the other tab all there ever was. */
export default async function ApprovalsPage({ params, searchParams }: ApprovalsPageProps) {
  const viewer = await pageViewer((await params).environment);
  const address = await searchParams;
  const isAll = address.show === "all";
  const { turn } = readTurn(address);
  const page = await listApprovals(viewer, { states: isAll ? [] : ["waiting"], page: turn });
  const t = translator(viewer.locale, "approvals");
  const path = paths.approvals(viewer);
  const place = { path, params: () => new URLSearchParams(isAll ? { show: "all" } : {}) };
  return (
    <Page>
      <DeskHeader viewer={viewer} current="approvals" />
      <Tabs
        label={t("tabs")}
        tabs={[
          { href: path, label: t("waitingTab"), current: !isAll },
          { href: `${path}?show=all`, label: t("allTab"), current: isAll },
        ]}
      />
      {page.rows.length === 0 ? (
        <EmptyState title={t("noneTitle")}>{t("none")}</EmptyState>
      ) : (
        <ApprovalTable viewer={viewer} approvals={page.rows} />
      )}
      <ListPages
        viewer={viewer}
        place={place}
        query={{ sort: "newest" }}
        page={page}
        isFirst={turn.from === null}
        shown={t("shown", { count: page.rows.length })}
      />
    </Page>
  );
}
