import type { Viewer } from "#lib/auth/viewer";
import { getRun } from "#lib/bulk/queries";
import { type BulkRun, listOf } from "#lib/bulk/run";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ForgetSelection } from "../../../../_lists/forget-selection";
import { found } from "../../../../_server/found";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { ButtonLink } from "../../../../_ui/button";
import { Notice } from "../../../../_ui/notice";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { confirmWords, whatWords } from "../words";
import { RunState } from "../run-state";
import { RefreshWhile } from "./refresh-while";
import { RunAsked } from "./run-asked";
import { RunButtons } from "./run-buttons";
import { RunProgress } from "./run-progress";
import { RunTroubles } from "./run-troubles";

type PageProps = { params: Promise<{ environment: string; run: string }> };

export const generateMetadata = pageTitle((locale) => translator(locale, "bulk")("run"));

/** One run: what it will do, confirmed with its money in view; how far it is; what came of it. */
export default async function BulkRunPage({ params }: PageProps) {
  const { environment, run: id } = await params;
  const viewer = await pageViewer(environment);
  const { run, troubles } = await found(getRun(viewer, id));
  const t = translator(viewer.locale, "bulk");
  const isAtWork = run.state === "preparing" || run.state === "running";
  const crumbs = [sectionOf(viewer, run), { label: t("title"), href: paths.bulkRuns(viewer) }];
  return (
    <Page>
      <PageHeader
        title={t(`act.${run.act.act}`)}
        state={<RunState run={run} locale={viewer.locale} />}
        breadcrumb={{ label: t("title"), crumbs }}
        actions={
          run.total > 0 && <ButtonLink href={paths.bulkReport(viewer, id)}>{t("report.download")}</ButtonLink>
        }
      />
      <ForgetSelection list={run.list} />
      {isAtWork && <RefreshWhile />}
      {run.state === "preparing" && <p>{t(`preparing.${listOf(run)}`, { count: run.total })}</p>}
      {run.state === "ready" && (
        <Notice tone="wait" title={confirmWords(viewer, run)}>
          <p>{whatWords(viewer, run)}</p>
          {run.leftOut > 0 && <p>{t(`leftOut.${listOf(run)}`, { count: run.leftOut })}</p>}
        </Notice>
      )}
      {run.approvalId !== null && <RunAsked viewer={viewer} approvalId={run.approvalId} />}
      {run.startedAt !== null && <RunProgress viewer={viewer} run={run} />}
      <RunButtons viewer={viewer} run={run} start={confirmWords(viewer, run)} />
      {isAtWork && (
        <noscript>
          <ButtonLink href={paths.bulkRun(viewer, id)}>{t("reload")}</ButtonLink>
        </noscript>
      )}
      <RunTroubles viewer={viewer} run={run} troubles={troubles} />
    </Page>
  );
}

function sectionOf(viewer: Viewer, { list }: BulkRun) {
  return list === "customers"
    ? { label: translator(viewer.locale, "customers")("title"), href: paths.customers(viewer) }
    : { label: translator(viewer.locale, "transactions")("title"), href: paths.transactions(viewer) };
}
