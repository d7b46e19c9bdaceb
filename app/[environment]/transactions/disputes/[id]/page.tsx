import type { Metadata } from "next";
import { translator } from "#lib/i18n/translator";
import { methodFacts } from "#lib/payments/method-facts";
import { Activity } from "../../../../_activity/activity";
import { Notes } from "../../../../_notes/notes";
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

/** Everything about one dispute. */
export default async function DisputePage({ params }: DisputePageProps) {
  const { viewer, found } = await askedCase(params);
  const { dispute, payment, charge, moments } = found;
  const facts = { viewer, payment, charge, method: methodFacts(payment, charge) };
  return (
    <Page>
      <DisputeHeader viewer={viewer} dispute={dispute} />
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

export async function generateMetadata({ params }: DisputePageProps): Promise<Metadata> {
  const { viewer, found } = await askedCase(params);
  const amount = moneyOf(viewer, found.dispute.amount, found.dispute.currency);
  return { title: translator(viewer.locale, "disputes")("pageTitle", { amount }) };
}
