import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { payoutKindOf } from "#lib/payouts/payout-kind";
import { getPayoutDetail, type PayoutDetail } from "#lib/payouts/payout-detail";
import { may } from "#lib/auth/permissions";
import { whyNot } from "#lib/payouts/status";
import { Activity } from "../../../../_activity/activity";
import { found } from "../../../../_server/found";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { Button, ButtonLink } from "../../../../_ui/button";
import { Copyable } from "../../../../_ui/copyable";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { Notice } from "../../../../_ui/notice";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Section, Stack } from "../../../../_ui/section";
import { Status } from "../../../../_ui/status";
import { moneyOf } from "../../../../_words/money-of";
import { timeViewOf } from "../../../../_words/time-view-of";
import { ResumeForm } from "../../bank-accounts";
import { bankDaysOf, destinationWords, failureWords, payoutLooks } from "../../words";
import { PayoutLines } from "./payout-lines";

type PayoutPageProps = { params: Promise<{ environment: string; id: string }> };

/** One payout: where it stands, and what it consists of. */
export default async function PayoutPage({ params }: PayoutPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const detail = await found(getPayoutDetail(viewer, id));
  const { payout } = detail;
  const t = translator(viewer.locale, "balances");
  const crumbs = [
    { label: t("title"), href: paths.balances(viewer) },
    { label: t("payouts"), href: paths.payouts(viewer) },
  ];
  return (
    <Page>
      <PageHeader
        title={moneyOf(viewer, payout.amount, payout.currency)}
        titleAside={t(`payoutKind.${payoutKindOf(payout)}`)}
        state={<Status {...payoutLooks[payout.status]}>{t(`payoutStatus.${payout.status}`)}</Status>}
        breadcrumb={{ label: t("title"), crumbs }}
        actions={<Actions viewer={viewer} detail={detail} />}
      />
      <Stack>
        {payout.status === "failed" && <Failure viewer={viewer} detail={detail} />}
        <Facts viewer={viewer} detail={detail} />
        {payout.automatic ? (
          <PayoutLines viewer={viewer} payout={payout} />
        ) : (
          <Section title={t("lines")}>
            <p>{t("notItemised")}</p>
          </Section>
        )}
        <Activity viewer={viewer} id={payout.id} />
      </Stack>
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "balances")("payout"));

type DetailProps = { viewer: Viewer; detail: PayoutDetail };

function Actions({ viewer, detail: { payout, destination } }: DetailProps) {
  if (!may(viewer, "payouts:write")) return null;
  const t = translator(viewer.locale, "balances");
  if (payout.status === "failed" && payout.amount > 0) {
    const again = new URLSearchParams({ currency: payout.currency, amount: String(payout.amount) });
    return <ButtonLink href={`${paths.newPayout(viewer)}?${again}`}>{t("again")}</ButtonLink>;
  }
  if (whyNot("reverse", payout, destination) === null)
    return <ButtonLink href={paths.reversePayout(viewer, payout.id)}>{t("reversal.action")}</ButtonLink>;
  const obstacle = whyNot("cancel", payout, destination);
  if (obstacle === null)
    return <ButtonLink href={paths.cancelPayout(viewer, payout.id)}>{t("cancel")}</ButtonLink>;
  return (
    <Button disabledReason={obstacle === "automatic" ? t("cannotCancelAutomatic") : t("cannotCancelNow")}>
      {t("cancel")}
    </Button>
  );
}

function Failure({ viewer, detail: { payout, destination } }: DetailProps) {
  const t = translator(viewer.locale, "balances");
  const stopped = destination.status === "errored" && destination.deletedAt === null;
  return (
    <Notice tone="hurt" title={t("failedTitle")}>
      <p>{failureWords(viewer, payout.failureCode)}</p>
      {stopped && <p>{t("stoppedText", { account: destinationWords(viewer, destination) })}</p>}
      {stopped && may(viewer, "bank_accounts:write") && <ResumeForm viewer={viewer} account={destination} />}
    </Notice>
  );
}

function Facts({ viewer, detail: { payout, destination, fee } }: DetailProps) {
  const t = translator(viewer.locale, "balances");
  const common = translator(viewer.locale, "common");
  const view = timeViewOf(viewer);
  return (
    <Section title={t("details")}>
      <DescriptionList
        items={[
          { term: t("to"), value: destinationWords(viewer, destination) },
          {
            term: t("arrives"),
            value: (
              <DateTime
                at={payout.arrivalDate}
                view={payout.method === "instant" ? view : bankDaysOf(viewer)}
                as="date"
              />
            ),
          },
          { term: t("created"), value: <DateTime at={payout.createdAt} view={view} /> },
          { term: t("fee"), value: fee === 0 ? null : moneyOf(viewer, fee, payout.currency) },
          { term: t("descriptor"), value: payout.statementDescriptor },
          { term: t("description"), value: payout.description },
          { term: t("trace"), value: payout.status === "paid" ? payout.traceId : null },
          {
            term: t("id"),
            value: <Copyable value={payout.id} copy={common("copy")} copied={common("copied")} />,
          },
        ]}
      />
    </Section>
  );
}
