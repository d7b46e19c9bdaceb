import { type ApprovalChoice, listApprovals } from "#lib/approvals/queries";
import { spanOf } from "#lib/desk/agents-work";
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
import { periodIn } from "../work/period-in";
import { ApprovalTable } from "./approval-table";

const shows = ["waiting", "all", "decided"] as const;

const statesOf = {
  waiting: ["waiting"],
  all: [],
  decided: ["approved", "denied"],
} satisfies Record<(typeof shows)[number], ApprovalChoice["states"]>;

type ApprovalsPageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

export const generateMetadata = pageTitle((locale) => translator(locale, "approvals")("title"));

/** What waits for somebody to approve it; on the other tabs all there ever was, and what was decided in a period. */
export default async function ApprovalsPage({ params, searchParams }: ApprovalsPageProps) {
  const viewer = await pageViewer((await params).environment);
  const address = await searchParams;
  const show = shows.find((each) => each === address.show) ?? "waiting";
  const period = periodIn(address);
  const { turn } = readTurn(address);
  const page = await listApprovals(viewer, {
    states: statesOf[show],
    page: turn,
    ...(show === "decided" && { within: spanOf(viewer, period) }),
  });
  const t = translator(viewer.locale, "approvals");
  const path = paths.approvals(viewer);
  const words = { waiting: {}, all: { show }, decided: { show, period } };
  const place = { path, params: () => new URLSearchParams(words[show]) };
  return (
    <Page>
      <DeskHeader viewer={viewer} current="approvals" />
      <Tabs
        label={t("tabs")}
        tabs={[
          { href: path, label: t("waitingTab"), current: show === "waiting" },
          { href: `${path}?show=all`, label: t("allTab"), current: show === "all" },
          ...(show === "decided"
            ? [{ href: `${path}?${place.params()}`, label: t("decidedTab"), current: true }]
            : []),
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
