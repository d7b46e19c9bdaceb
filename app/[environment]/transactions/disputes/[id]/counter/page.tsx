import type { Metadata } from "next";
import { may } from "#lib/auth/permissions";
import { attachedFiles } from "#lib/disputes/attach-evidence";
import { daysLeft } from "#lib/disputes/days-left";
import { kindOf } from "#lib/disputes/status";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { pageFormKey } from "../../../../../_server/page-form-key";
import { pageViewer } from "../../../../../_server/page-viewer";
import { Notice } from "../../../../../_ui/notice";
import { customerOf } from "../../../[id]/customer-of";
import { askedCase, type DisputePageProps } from "../asked";
import { Claim } from "../claim-section";
import { DisputeQuestion } from "../dispute-question";
import { ForbiddenDispute } from "../forbidden-dispute";
import { CounterForm } from "./counter-form";
import { EvidenceFiles } from "./evidence-files";

type CounterPageProps = DisputePageProps & {
  searchParams: Promise<{ key?: string | string[]; refused?: string | string[] }>;
};

export async function generateMetadata({ params }: DisputePageProps): Promise<Metadata> {
  const { viewer, found } = await askedCase(params);
  return { title: translator(viewer.locale, "disputes")(`counter.title.${kindOf(found.dispute)}`) };
}

/** Gathers what speaks against a dispute, and sends it to the bank. */
export default async function CounterPage({ params, searchParams }: CounterPageProps) {
  const { environment, id } = await params;
  const asking = await pageViewer(environment);
  if (!may(asking, "disputes:write")) return <ForbiddenDispute viewer={asking} id={id} />;
  const { viewer, found } = await askedCase(params);
  const { dispute, payment } = found;
  const formKey = await pageFormKey(viewer, {
    asked: (await searchParams).key,
    here: paths.counterDispute(viewer, id),
    after: paths.dispute(viewer, id),
  });
  const t = translator(viewer.locale, "disputes");
  const days = daysLeft(dispute, { timeZone: viewer.environment.timeZone, now: viewer.now() });
  return (
    <DisputeQuestion viewer={viewer} id={id} title={t(`counter.title.${kindOf(dispute)}`)}>
      {days === null ? (
        <Notice title={t("closed")} />
      ) : (
        <>
          <Claim viewer={viewer} dispute={dispute} />
          {days >= 0 && (
            <EvidenceFiles
              viewer={viewer}
              disputeId={id}
              files={await attachedFiles(viewer, dispute)}
              refused={[(await searchParams).refused ?? ""].flat()[0] ?? ""}
            />
          )}
          {days >= 0 && (
            <CounterForm
              viewer={viewer}
              found={found}
              customer={await customerOf(viewer, payment.customerId)}
              formKey={formKey}
            />
          )}
        </>
      )}
    </DisputeQuestion>
  );
}
