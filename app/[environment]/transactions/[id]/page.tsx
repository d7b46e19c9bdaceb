import type { Metadata } from "next";
import { eventsOfPayment } from "#lib/events/queries";
import { cache } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { methodFacts } from "#lib/payments/method-facts";
import { getPaymentStory } from "#lib/payments/payment-story";
import { Activity } from "../../../_activity/activity";
import { found } from "../../../_server/found";
import { pageViewer } from "../../../_server/page-viewer";
import { Page } from "../../../_ui/page-header";
import { Columns } from "../../../_ui/section";
import { customerOf } from "./customer-of";
import { CustomerSection } from "./customer-section";
import { DetailsSection } from "./details-section";
import { MetadataSection } from "./metadata-section";
import { MethodSection } from "./method-section";
import { PaymentAttempts } from "./payment-attempts";
import { PaymentBreakdown } from "./payment-breakdown";
import { Notes } from "../../../_notes/notes";
import { moneyOf } from "../../../_words/money-of";
import { PaymentHeader } from "./payment-header";
import { PaymentTimeline } from "./payment-timeline";
import { ReceiptHistory } from "./receipt-history";
import { RelatedPayments } from "./related-payments";
import { WaitingNotices } from "./waiting-notices";

export type PaymentPageProps = { params: Promise<{ environment: string; id: string }> };

/** Everything about one payment. */
export default async function PaymentPage({ params }: PaymentPageProps) {
  const { viewer, story } = await asked(await params);
  const { payment, attempts, refunds } = story;
  const charge = attempts.find(({ id }) => id === payment.latestChargeId) ?? null;
  const method = methodFacts(payment, charge);
  const customer = await customerOf(viewer, payment.customerId);
  const facts = { viewer, payment, charge, method };
  return (
    <Page>
      <PaymentHeader {...facts} customer={customer} />
      <WaitingNotices viewer={viewer} paymentId={payment.id} />
      <Columns
        main={
          <>
            <PaymentBreakdown {...facts} refunds={refunds} transactions={story.transactions} />
            <PaymentTimeline viewer={viewer} story={story} />
            <ReceiptHistory {...facts} mails={story.mails} />
            <Notes viewer={viewer} subject={{ kind: "payment", id: payment.id }} notes={story.notes} />
            {attempts.length > 1 && <PaymentAttempts viewer={viewer} payment={payment} attempts={attempts} />}
            <Activity viewer={viewer} id={payment.id} eventsOf={eventsOfPayment} />
            <RelatedPayments {...facts} />
          </>
        }
        aside={
          <>
            <CustomerSection {...facts} customer={customer} />
            <MethodSection {...facts} />
            <MetadataSection viewer={viewer} payment={payment} />
            <DetailsSection {...facts} refunds={refunds} />
          </>
        }
      />
    </Page>
  );
}

export async function generateMetadata({ params }: PaymentPageProps): Promise<Metadata> {
  const { viewer, story } = await asked(await params);
  return { title: moneyOf(viewer, story.payment.amount, story.payment.currency) };
}

const story = cache((viewer: Viewer, id: string) => found(getPaymentStory(viewer, id)));

async function asked({ environment, id }: { environment: string; id: string }) {
  const viewer = await pageViewer(environment);
  return { viewer, story: await story(viewer, id) };
}
