import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { balanceOverview } from "#lib/payouts/balance-overview";
import { listPayouts } from "#lib/payouts/queries";
import { pageTitle } from "../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { ButtonLink } from "../../_ui/button";
import { Page, PageHeader } from "../../_ui/page-header";
import { Section, Stack } from "../../_ui/section";
import { BankAccounts } from "./bank-accounts";
import { CurrencySection } from "./currency-section";
import { PayoutTable } from "./payout-table";
import { ScheduleWords } from "./schedule-words";

/** What the business has, when the rest of it comes, and where it goes. */
export default async function BalancesPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const overview = await balanceOverview(viewer);
  const t = translator(viewer.locale, "balances");
  return (
    <Page>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <ButtonLink href={paths.balanceActivity(viewer)}>{t("activity.title")}</ButtonLink>
            <ButtonLink href={paths.statements(viewer)}>{t("statement.all")}</ButtonLink>
            {may(viewer, "payouts:read") && (
              <ButtonLink href={paths.topups(viewer)}>{t("topup.all")}</ButtonLink>
            )}
            {may(viewer, "payouts:write") && (
              <ButtonLink href={paths.newPayout(viewer)} tone="primary" shortcut="n">
                {t("payOut")}
              </ButtonLink>
            )}
          </>
        }
      />
      <Stack>
        {overview.currencies.map((balance) => (
          <CurrencySection key={balance.currency} viewer={viewer} balance={balance} />
        ))}
        <ScheduleWords viewer={viewer} overview={overview} />
        {may(viewer, "payouts:read") && <Payouts viewer={viewer} />}
        {may(viewer, "payouts:read") && <BankAccounts viewer={viewer} />}
      </Stack>
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "balances")("title"));

async function Payouts({ viewer }: { viewer: Viewer }) {
  const { rows } = await listPayouts(viewer, { limit: 5 });
  const t = translator(viewer.locale, "balances");
  return (
    <Section title={t("payouts")} aside={<a href={paths.payouts(viewer)}>{t("allPayouts")}</a>}>
      {rows.length > 0 ? <PayoutTable viewer={viewer} payouts={rows} /> : <p>{t("noPayouts")}</p>}
    </Section>
  );
}
