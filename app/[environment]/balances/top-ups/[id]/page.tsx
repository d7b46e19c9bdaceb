import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { getTopup } from "#lib/topups/queries";
import type { TopupRow } from "#lib/topups/wire";
import { Activity } from "../../../../_activity/activity";
import { ActionForm } from "../../../../_forms/action-form";
import { found } from "../../../../_server/found";
import { newFormKey } from "../../../../_server/form-key";
import { pageViewer } from "../../../../_server/page-viewer";
import { Button } from "../../../../_ui/button";
import { Copyable } from "../../../../_ui/copyable";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { Notice } from "../../../../_ui/notice";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Section, Stack } from "../../../../_ui/section";
import { Status } from "../../../../_ui/status";
import { moneyOf } from "../../../../_words/money-of";
import { timeViewOf } from "../../../../_words/time-view-of";
import { cancelTopUp } from "../../actions";
import { bankDaysOf, failureWords, topupLooks } from "../../words";

type PageProps = { params: Promise<{ environment: string; id: string }> };

/** One top-up: what to write on the transfer, and whether it has come. */
export default async function TopupPage({ params }: PageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const topup = await found(getTopup(viewer, id));
  const t = translator(viewer.locale, "balances");
  const isPending = topup.status === "pending";
  return (
    <Page>
      <PageHeader
        title={moneyOf(viewer, topup.amount, topup.currency)}
        state={<Status {...topupLooks[topup.status]}>{t(`topup.status.${topup.status}`)}</Status>}
        breadcrumb={{
          label: t("topup.all"),
          crumbs: [
            { label: t("title"), href: paths.balances(viewer) },
            { label: t("topup.all"), href: paths.topups(viewer) },
          ],
        }}
        actions={isPending && may(viewer, "topups:write") && <CancelForm viewer={viewer} topup={topup} />}
      />
      <Stack>
        {isPending && topup.reference === null && (
          <Notice
            tone="wait"
            title={t("topup.send", { amount: moneyOf(viewer, topup.amount, topup.currency) })}
          >
            {t("topup.sendNote")}
          </Notice>
        )}
        {topup.failureCode && (
          <Notice tone="hurt" title={t("topup.failed")}>
            {failureWords(viewer, topup.failureCode)}
          </Notice>
        )}
        <Facts viewer={viewer} topup={topup} />
        <Activity viewer={viewer} id={topup.id} />
      </Stack>
    </Page>
  );
}

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await pageViewer((await params).environment);
  return { title: translator(locale, "balances")("topup.one") };
}

function Facts({ viewer, topup }: { viewer: Viewer; topup: TopupRow }) {
  const t = translator(viewer.locale, "balances");
  const common = translator(viewer.locale, "common");
  const copyable = (value: string) => (
    <Copyable value={value} copy={common("copy")} copied={common("copied")} />
  );
  const { expectedAvailabilityDate: expected } = topup;
  return (
    <Section title={t("details")}>
      <DescriptionList
        items={[
          { term: t("topup.reference"), value: copyable(topup.bankReference) },
          { term: t("created"), value: <DateTime at={topup.createdAt} view={timeViewOf(viewer)} /> },
          {
            term: t("topup.expected"),
            value: expected === null ? null : <DateTime at={expected} view={bankDaysOf(viewer)} as="date" />,
          },
          { term: t("description"), value: topup.description },
          { term: t("id"), value: copyable(topup.id) },
        ]}
      />
    </Section>
  );
}

function CancelForm({ viewer, topup }: { viewer: Viewer; topup: TopupRow }) {
  const t = translator(viewer.locale, "balances");
  return (
    <ActionForm action={cancelTopUp} formKey={newFormKey()} label={t("topup.cancel")}>
      <input type="hidden" name="topup" value={topup.id} />
      <Button>{t("topup.cancel")}</Button>
    </ActionForm>
  );
}
