import type { Viewer } from "#lib/auth/viewer";
import { whyNotAskedAgain } from "#lib/cash/ask-again";
import { whyNotTakenBack } from "#lib/cash/cancel-return";
import { getReturnDetail, type ReturnDetail } from "#lib/cash/return-detail";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { found } from "../../../../_server/found";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { Button, ButtonLink } from "../../../../_ui/button";
import { DescriptionList } from "../../../../_ui/description-list";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Section, Stack } from "../../../../_ui/section";
import { Status } from "../../../../_ui/status";
import { moneyOf } from "../../../../_words/money-of";
import { nameOf } from "#lib/customers/name-of";
import { refundLooks } from "../../_list/refund-state";
import { ReturnFacts } from "./return-facts";

export type CashReturnPageProps = { params: Promise<{ environment: string; id: string }> };

export const generateMetadata = pageTitle((locale) => translator(locale, "cash")("return.title"));

/** Money on its way back to who sent it ahead: where it stands, and why. */
export default async function CashReturnPage({ params }: CashReturnPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const detail = await found(getReturnDetail(viewer, id));
  const { cashReturn, customer } = detail;
  const { locale } = viewer;
  const t = translator(locale, "cash");
  const transactions = translator(locale, "transactions");
  const crumbs = [
    { label: transactions("title"), href: paths.transactions(viewer) },
    { label: transactions("cashReturns"), href: paths.cashReturns(viewer) },
  ];
  const metadata = Object.entries(cashReturn.metadata);
  return (
    <Page>
      <PageHeader
        title={moneyOf(viewer, cashReturn.amount, cashReturn.currency)}
        titleAside={t("return.to", { name: nameOf(customer) })}
        state={<Status {...refundLooks[cashReturn.status]}>{t(`states.${cashReturn.status}`)}</Status>}
        breadcrumb={{ label: translator(locale, "common")("breadcrumb"), crumbs }}
        actions={
          <>
            <AskAgainAction viewer={viewer} detail={detail} />
            <CancelAction viewer={viewer} detail={detail} />
          </>
        }
      />
      <Stack>
        <ReturnFacts viewer={viewer} detail={detail} />
        {metadata.length > 0 && (
          <Section title={t("return.metadata")}>
            <DescriptionList items={metadata.map(([term, value]) => ({ term, value }))} />
          </Section>
        )}
      </Stack>
    </Page>
  );
}

/** Of what is over, nothing is offered any more. */
function CancelAction({ viewer, detail: { cashReturn } }: { viewer: Viewer; detail: ReturnDetail }) {
  const obstacle = whyNotTakenBack(viewer, cashReturn);
  const label = translator(viewer.locale, "cash")("cancel.action");
  if (obstacle === null)
    return <ButtonLink href={paths.cancelCashReturn(viewer, cashReturn.id)}>{label}</ButtonLink>;
  if (obstacle === "not_allowed" || cashReturn.status !== "pending") return null;
  return <Button disabledReason={translator(viewer.locale, "cash")("cancel.sent")}>{label}</Button>;
}

function AskAgainAction({ viewer, detail }: { viewer: Viewer; detail: ReturnDetail }) {
  const obstacle = whyNotAskedAgain(viewer, detail);
  const t = translator(viewer.locale, "cash");
  const href = paths.askAgainCashReturn(viewer, detail.cashReturn.id);
  if (obstacle === null) return <ButtonLink href={href}>{t("again.action")}</ButtonLink>;
  return obstacle === "too_often" ? (
    <Button disabledReason={t("again.often")}>{t("again.action")}</Button>
  ) : null;
}
