import type { Metadata } from "next";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { methodFacts } from "#lib/payments/method-facts";
import { Activity } from "../../../../_activity/activity";
import { Notes } from "../../../../_notes/notes";
import { Notice } from "../../../../_ui/notice";
import { Page } from "../../../../_ui/page-header";
import { Columns } from "../../../../_ui/section";
import { moneyOf } from "../../../../_words/money-of";
import { customerOf } from "../../[id]/customer-of";
import { CustomerSection } from "../../[id]/customer-section";
import { RelatedPayments } from "../../[id]/related-payments";
import { askedCase, type DisputePageProps } from "./asked";
import { AssignmentSection } from "./assignment-section";
import { ClaimSection } from "./claim-section";
import { DisputeHeader } from "./dispute-header";
import { DisputeTimeline } from "./dispute-timeline";
import { EvidenceSection } from "./evidence-section";
import { PaymentSection } from "./payment-section";
import { StakeSection } from "./stake-section";

type Asked = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Everything about one dispute. */
export default async function DisputePage({ params, searchParams }: DisputePageProps & Asked) {
  const { viewer, found } = await askedCase(params);
  const isPacketLate = (await searchParams).packet === "late";
  const { dispute, payment, charge, moments } = found;
  const facts = { viewer, payment, charge, method: methodFacts(payment, charge) };
  return (
    <Page>
      <DisputeHeader viewer={viewer} dispute={dispute} />
      {isPacketLate && <PacketLate viewer={viewer} />}
      <Columns
        main={
          <>
            <ClaimSection viewer={viewer} dispute={dispute} />
            <StakeSection viewer={viewer} found={found} />
            <EvidenceSection viewer={viewer} dispute={dispute} />
            <DisputeTimeline viewer={viewer} moments={moments} />
            <Notes viewer={viewer} subject={{ kind: "dispute", id: dispute.id }} />
            <Activity viewer={viewer} id={dispute.id} />
            <RelatedPayments {...facts} />
          </>
        }
        aside={
          <>
            <AssignmentSection viewer={viewer} dispute={dispute} />
            <PaymentSection {...facts} dispute={dispute} />
            <CustomerSection {...facts} customer={await customerOf(viewer, payment.customerId)} />
          </>
        }
      />
    </Page>
  );
}

function PacketLate({ viewer: { locale } }: { viewer: Viewer }) {
  const t = translator(locale, "disputes");
  return (
    <Notice tone="hurt" title={t("packet.late")}>
      {t("packet.lateText")}
    </Notice>
  );
}

export async function generateMetadata({ params }: DisputePageProps): Promise<Metadata> {
  const { viewer, found } = await askedCase(params);
  const amount = moneyOf(viewer, found.dispute.amount, found.dispute.currency);
  return { title: translator(viewer.locale, "disputes")("pageTitle", { amount }) };
}
