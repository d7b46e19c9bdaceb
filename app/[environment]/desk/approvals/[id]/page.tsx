import type { Metadata } from "next";
import { approvalCase } from "#lib/approvals/queries";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";
import { FreshOnReturn } from "../../../../_forms/fresh-on-return";
import { Notice } from "../../../../_ui/notice";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Columns, Section } from "../../../../_ui/section";
import { Status } from "../../../../_ui/status";
import { approvalLooks, askedWords, lateCodes } from "../approval-words";
import { ApprovedPayment } from "./approved-payment";
import { DecisionForm } from "./decision-form";
import { RequestFacts } from "./request-facts";
import { RunLines } from "./run-lines";

type ApprovalPageProps = {
  params: Promise<{ environment: string; id: string }>;
  searchParams: Promise<{ late?: string | string[] }>;
};

/** All it takes to decide about a refund that somebody may not make alone. */
export default async function ApprovalPage({ params, searchParams }: ApprovalPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const asked = await found(approvalCase(viewer, id));
  const { approval, lines } = asked;
  const t = translator(viewer.locale, "approvals");
  const [line] = lines;
  const { late: told } = await searchParams;
  const late = lateCodes.find((code) => code === told);
  return (
    <Page>
      <FreshOnReturn />
      <PageHeader
        breadcrumb={{
          label: translator(viewer.locale, "common")("breadcrumb"),
          crumbs: [{ label: t("title"), href: paths.approvals(viewer) }, { label: t("one") }],
        }}
        title={askedWords(viewer, approval)}
        state={<Status {...approvalLooks[approval.state]}>{t(`states.${approval.state}`)}</Status>}
      />
      {late && <Notice tone="hurt" title={translator(viewer.locale, "errors")(`code.${late}`)} />}
      <Columns
        narrow="aside-first"
        main={
          <>
            <DecisionForm viewer={viewer} asked={asked} />
            {line && approval.lineCount === 1 ? (
              <ApprovedPayment viewer={viewer} line={line} />
            ) : (
              <RunLines viewer={viewer} lines={lines} />
            )}
          </>
        }
        aside={
          <Section title={t("request")}>
            <RequestFacts viewer={viewer} approval={approval} />
          </Section>
        }
      />
    </Page>
  );
}

export async function generateMetadata({ params }: Pick<ApprovalPageProps, "params">): Promise<Metadata> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const { approval } = await found(approvalCase(viewer, id));
  return { title: askedWords(viewer, approval) };
}
